import type { Line } from "~/forms";
import { utf8 } from "~crypto/bytes";
import { readBare, withoutKeys } from "../open-bare-item";
import type { OpenedItem } from "../open-case";
import { readReport } from "../read-bodies";
import type { CaseRecord } from "../records";
import { reportLines } from "../report-lines";
import { writeUrt } from "../write-urt";
import type { Entry } from "./entries";

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/**
 * The report for another office: in the shared template, and as text that a person reads.
 *
 * Shape: who the reporter is and how to reach them safely is in neither; files are numbered, because a name can tell who had
 *        one. A report that came as a bare message is its text, without the keys in it.
 */
export async function writeReport(record: CaseRecord, { body, item }: OpenItem, language: string): Promise<Entry[]> {
  const head = `${record.reference} · ${record.kind} · ${item.day.slice(0, 7)}\n\n`;
  const bare = readBare(body);
  if (bare) return [{ name: "report.txt", bytes: utf8(`${head}${withoutKeys(bare.text)}\n`) }];
  const report = readReport(body);
  const { NEVER_HANDED_ON } = await import("~/forms/urt");
  const { lines } = await reportLines(report, record.kind, language);
  const told = lines.filter(({ id }) => !NEVER_HANDED_ON.includes(id));
  const text = told.map((line) => writeLine(line, line.id === "evidence").join("\n")).join("\n\n");
  return [
    { name: "report.json", bytes: utf8(await writeUrt(record, report, item)) },
    { name: "report.txt", bytes: utf8(`${head}${text}\n`) },
  ];
}

function writeLine({ label, values, is, rows }: Line, isNumbered = false): string[] {
  const said = is === "yes" ? ["[x]"] : is === "about" ? values.map((value) => `~ ${value}`) : values;
  const below = rows.flatMap(({ title, lines }, index) => [
    isNumbered ? `E${index + 1}` : title,
    ...lines.flatMap((line) => writeLine(line).map((one) => `  ${one}`)),
  ]);
  return [label, ...[...said, ...below.filter((one) => one !== "")].map((one) => `  ${one.replaceAll("\n", "\n  ")}`)];
}
