import { Problem } from "./problems.server";

/** What a sealed text begins with: a message made with an OpenPGP program, or the file of the page to take away. */
const STARTS = ["PGP MESSAGE", "OMBRA SEALED REPORT"].map((label) => Buffer.from(`-----BEGIN ${label}-----`));

/** White space and a byte order mark may stand before it; more than this is no accident. */
const MOST_BLANK_BYTES = 1024;

/**
 * Collects what was sealed, and refuses anything else at the first byte that no sealed text begins with.
 *
 * Shape:  bytes in as they come; the text once, at the end; "" where nothing came.
 * Errors: Problem 422 with rule "notArmored". What was collected until then is overwritten.
 */
export class ArmorField {
  private readonly pieces: Buffer[] = [];
  private isArmor = false;

  take(bytes: Buffer): void {
    this.pieces.push(Buffer.from(bytes));
    if (this.isArmor) return;
    const head = Buffer.concat(this.pieces);
    const verdict = judge(head);
    head.fill(0);
    if (verdict === "other") this.refuse();
    this.isArmor = verdict === "armor";
  }

  text(): string {
    const bytes = Buffer.concat(this.pieces);
    if (!this.isArmor && !isBlank(bytes)) this.refuse();
    return this.isArmor ? bytes.toString("utf8").replace(/^\uFEFF/, "") : "";
  }

  private refuse(): never {
    for (const piece of this.pieces) piece.fill(0);
    throw notArmored();
  }
}

/** The one sentence for everything that is not sealed. */
export function notArmored(): Problem {
  return new Problem(
    422,
    "This is not an armored OpenPGP message. Seal it first, with --armor, and send what that writes. Nothing was stored.",
    { rule: "notArmored" },
  );
}

function judge(head: Buffer): "armor" | "other" | "open" {
  const text = head.subarray(blankBytes(head));
  if (text.length === 0) return head.length > MOST_BLANK_BYTES ? "other" : "open";
  const possible = STARTS.filter((start) => {
    const length = Math.min(start.length, text.length);
    return start.compare(text, 0, length, 0, length) === 0;
  });
  if (possible.length === 0) return "other";
  return possible.some((start) => text.length >= start.length) ? "armor" : "open";
}

const isBlank = (bytes: Buffer) => blankBytes(bytes) === bytes.length;

/** How many bytes at the beginning are a byte order mark or white space. */
function blankBytes(bytes: Buffer): number {
  let at = bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? 3 : 0;
  while ([0x09, 0x0a, 0x0d, 0x20].includes(bytes[at] ?? 0)) at++;
  return at;
}
