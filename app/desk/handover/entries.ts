import { utf8 } from "~crypto/bytes";
import { openFile } from "~crypto/parts";
import { getBytes } from "../office-api";
import type { CaseRecord } from "../records";
import { safeFileName } from "../safe-text";
import type { HandoverChoice } from "./choice";
import type { Offered, OfferedFile } from "./offered";
import { writeReport } from "./write-report";

/** One file of the package. */
export type Entry = { name: string; bytes: Uint8Array };
/** Fetches the sealed part of a file. Errors: Problem. */
export type FetchPart = (caseId: string, id: string) => Promise<Uint8Array>;

export const fetchPart: FetchPart = (caseId, id) => getBytes(`/api/v1/parts/${caseId}/${id}`);

type Parts = { record: CaseRecord; offered: Offered; choice: HandoverChoice; language: string; fetch: FetchPart };

/**
 * Writes the chosen parts as files.
 *
 * Errors: Problem and PartError where a file cannot be fetched whole; nothing is made then.
 */
export async function writeEntries({ record, offered, choice, language, fetch }: Parts): Promise<Entry[]> {
  const entries: Entry[] = [];
  if (choice.letter.trim()) entries.push(text("letter.txt", `${choice.letter.trim()}\n`));
  if (choice.report && offered.report) entries.push(...(await writeReport(record, offered.report, language)));
  const messages = offered.messages.filter(({ id }) => choice.messages.includes(id));
  if (messages.length > 0) {
    const plain = messages.map(({ day, from, text }) => ({ day, from, text }));
    entries.push(text("messages.json", `${JSON.stringify(plain, null, 2)}\n`));
    entries.push(
      text("messages.txt", plain.map((one) => `${one.day} · ${one.from}\n\n${one.text}\n`).join("\n----\n\n")),
    );
  }
  if (choice.fileList) entries.push(text("files.json", `${JSON.stringify(offered.files.map(describe), null, 2)}\n`));
  const files = offered.files.filter(({ id }) => choice.files.includes(id));
  for (const [index, file] of files.entries()) {
    const number = String(index + 1).padStart(2, "0");
    entries.push({
      name: `files/${number}-${safeFileName(file.manifest.name)}`,
      bytes: await wholeFile(record.case, file, fetch),
    });
  }
  return entries;
}

function text(name: string, content: string): Entry {
  return { name, bytes: utf8(content) };
}

/** What is said of a file that need not go along itself. */
function describe({ day, manifest }: OfferedFile) {
  const { name, type, bytes, sha256, cleaning } = manifest;
  return { name, type, bytes, day, ...(sha256 && { sha256 }), ...(cleaning && { cleaning: cleaning.state }) };
}

async function wholeFile(caseId: string, { manifest, privateKey }: OfferedFile, fetch: FetchPart): Promise<Uint8Array> {
  const whole = new Uint8Array(manifest.bytes);
  let at = 0;
  for await (const chunk of openFile(manifest, (id) => fetch(caseId, id), privateKey)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
