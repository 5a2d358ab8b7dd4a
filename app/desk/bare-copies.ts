import type { DraftItem } from "./act-items";
import { type BareCopy, bareFile, readBare } from "./open-bare-item";
import type { OpenedCase, OpenedItem } from "./open-case";

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/** Bare messages that this person can read and that nobody has sealed into the case yet. */
export function missingCopies({ items }: OpenedCase): OpenItem[] {
  const open = items.filter((each): each is OpenItem => each.state === "open");
  const copied = new Set(open.flatMap(({ body }) => copyOf(body) ?? []));
  return open
    .filter(({ compartment, item }) => compartment.type === "bare" && !copied.has(item.digest))
    .sort((a, b) => a.item.seq - b.item.seq);
}

/** What is missing, as copies to be sealed; a file goes along in parts, behind the line that names it. */
export async function draftCopies(opened: OpenedCase): Promise<DraftItem[]> {
  const drafts: DraftItem[] = [];
  for (const { item, body } of missingCopies(opened)) {
    const bare = readBare(body);
    if (!bare) continue;
    const copy: BareCopy = { form: "bare/1", text: bare.text, replyKey: bare.replyKey, of: item.digest };
    drafts.push({ compartment: "correspondence", kind: item.kind, body: copy });
    if (bare.file !== undefined)
      drafts.push({ compartment: "correspondence", kind: "file", body: null, file: await bareFile(bare) });
  }
  return drafts;
}

function copyOf(body: OpenItem["body"]): string | null {
  const bare = readBare(body);
  return bare && "of" in bare ? bare.of : null;
}

/** The newest usable key that a bare reporter gave for answers; "" where there is none. */
export function replyKeyOf({ items }: OpenedCase): string {
  const keys = items.flatMap((each) => {
    const key = each.state === "open" ? readBare(each.body)?.replyKey : "";
    return key ? [key] : [];
  });
  return keys.at(-1) ?? "";
}
