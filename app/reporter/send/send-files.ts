import { LEAST_PART_BYTES, PART_BYTES } from "~crypto/parts";
import { startDigest } from "~crypto/running-digest";
import { CallError, hasPart, putPart } from "../api";
import type { PickedFile } from "../files/picked-file";
import { FileError } from "../files/read-slice";
import type { FileOnItsWay } from "./file-on-its-way";
import { Line } from "./line";
import { addItem, type Outgoing } from "./outgoing";
import { StretchSealer } from "./parts/stretch-sealer";

export { startThread } from "./parts/stretch-sealer";

/** A part should be through within this time; where it takes longer, the next one is half as large. */
const SLOW_MS = 12_000;
const FAST_MS = 4_000;
/** Answers by which a server says no to this very part, or that it has no room at all. */
const NO_ROOM = 507;

/**
 * Seals and sends the files part by part, with one part in memory, and seals each file's manifest behind it. A part that
 * may have arrived is asked about before it is sent again; a line that breaks is tried again without limit.
 *
 * Errors: CallError when the office refuses a part or has no room; FileError when a file cannot be read any more, or is not
 *         what it was. Called again, it goes on with what has not arrived.
 */
export async function sendFiles(out: Outgoing, now: Date, line = new Line()): Promise<void> {
  out.sealer ??= new StretchSealer();
  const { sealer } = out;
  for (let next = out.files[0]; next; next = out.files[0]) {
    while (next.unsent || next.offset < next.content.size) {
      show(out, next, line);
      next.unsent ??= await sealNext(out, next, sealer, now);
      await deliver(out, next, line);
    }
    show(out, next, line);
    await requireUnchanged(next, sealer);
    await addItem(out, { kind: "file", body: manifestOf(next), now, isApart: next.isApart });
    out.files.shift();
  }
  sealer.end();
  line.tell({ file: null, sent: out.sent, total: out.total });
}

function show(out: Outgoing, { file, content, offset, isApart }: FileOnItsWay, line: Line): void {
  const shown = { id: file.id, name: file.name, done: offset, bytes: content.size, isApart };
  line.tell({ file: shown, sent: out.sent, total: out.total });
}

async function sealNext(out: Outgoing, from: FileOnItsWay, sealer: StretchSealer, now: Date) {
  const { file, content, offset } = from;
  const to = Math.min(content.size, offset + (out.partBytes ?? PART_BYTES));
  const key = from.isApart ? (out.apart?.compartmentKey ?? "") : out.compartmentKey;
  const part = await sealer.seal({ name: file.name, content, from: offset, to, key, now });
  return { part, mayBeThere: false, breaks: 0 };
}

/** Tries to bring one part through. After a failure the part may be sealed anew in a smaller size. */
async function deliver(out: Outgoing, from: FileOnItsWay, line: Line): Promise<void> {
  const { unsent } = from;
  if (!unsent) return;
  const { part } = unsent;
  if (part.isLost()) return forget(from);
  const signal = await line.open();
  const start = performance.now();
  try {
    const isThere = unsent.mayBeThere && (await hasPart(out.caseId, part, signal));
    if (!isThere && isTooLarge(unsent.breaks, part.bytes)) return shrink(out, from);
    if (!isThere) await putPart(out.caseId, part, { signal, ...(out.token && { token: out.token }) });
  } catch (error) {
    if (isFinal(error)) throw error;
    unsent.mayBeThere = true;
    if (!signal.aborted) unsent.breaks += 1;
    return line.down();
  }
  line.up();
  const digest = await part.count(from.digest).catch(() => null);
  // It is stored, and whoever held it is gone before it could be counted: what nothing names is cleared away later.
  if (!digest) return forget(from);
  from.digest = digest;
  out.parts.push({ id: part.id, digest: part.digest });
  from.parts.push({ id: part.id, bytes: part.bytes, sha256: part.digest });
  from.pieces.push({ bytes: part.bytes, sha256: part.piece });
  from.offset += part.bytes;
  from.unsent = null;
  out.sent += part.bytes;
  adapt(out, unsent.breaks === 0 ? performance.now() - start : null);
}

function isFinal(error: unknown): boolean {
  return !(error instanceof CallError) || error.fault === "refused" || error.status === NO_ROOM;
}

/** A part that broke off twice was perhaps longer on its way than the line holds. */
function isTooLarge(breaks: number, bytes: number): boolean {
  return breaks >= 2 && bytes > LEAST_PART_BYTES;
}

function forget(from: FileOnItsWay): void {
  from.unsent = null;
}

function shrink(out: Outgoing, from: FileOnItsWay): void {
  out.partBytes = Math.max(LEAST_PART_BYTES, (out.partBytes ?? PART_BYTES) / 2);
  forget(from);
}

/** Makes the next part as large as the line bears. */
function adapt(out: Outgoing, milliseconds: number | null): void {
  const size = out.partBytes ?? PART_BYTES;
  if (milliseconds === null) return;
  if (milliseconds > SLOW_MS) out.partBytes = Math.max(LEAST_PART_BYTES, size / 2);
  else if (milliseconds < FAST_MS) out.partBytes = Math.min(PART_BYTES, size * 2);
}

/**
 * Reads a file of the reporter's disk once more and compares: a file that was written to while it was sent would arrive
 * as a mixture of both. A clean copy lies in memory and cannot change.
 */
async function requireUnchanged({ file, content, pieces }: FileOnItsWay, sealer: StretchSealer): Promise<void> {
  if (content !== file.original) return;
  let at = 0;
  for (const { bytes, sha256 } of pieces) {
    const again = await sealer.digestOf({ name: file.name, content, from: at, to: at + bytes });
    if (again !== sha256) throw new FileError(file, "changed");
    at += bytes;
  }
}

/** What goes sealed beside the parts. Of what was found only the kinds are told: the rest is what was to be left out. */
function manifestOf(from: FileOnItsWay) {
  const { file, content, parts, isApart } = from;
  const digest = startDigest(from.digest ?? {}).hex();
  const cleaning = isApart ? { state: "original" as const } : cleaningOf(file);
  return { name: file.name.trim() || "file", type: file.type, bytes: content.size, parts, sha256: digest, cleaning };
}

function cleaningOf({ copy, choice, sha256 }: PickedFile) {
  const found = [...new Set(copy.found.map(({ kind }) => kind))];
  if (copy.state !== "clean") return { state: "uncleaned" as const, found };
  if (choice === "original") return { state: "kept" as const, found };
  return { state: "cleaned" as const, found, original: sha256, apart: choice === "both" };
}
