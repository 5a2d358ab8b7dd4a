import { openCase } from "~/desk/open-case";
import { readReport } from "~/desk/read-bodies";
import type { CaseRecord, Desk, Queue } from "~/desk/records";
import type { Answers } from "~/forms";
import { Client } from "../../../prisma/seed/http";
import type { SeedOffice } from "../../../prisma/seed/people";
import { named } from "../../support/office";

export type OpenedReport = { case: string; outside: string; inside: string; answers: Answers };

/**
 * Opens the report that came last, with an officer's own key and the desk's own code, but without a browser.
 *
 * Shape: `outside` is the kind that the server knows, `inside` the kind that the sealed form names; `known` are the cases
 *        that were there before.
 */
export async function openNewReport(office: SeedOffice, name: string, known: Set<string>): Promise<OpenedReport> {
  const person = named(office, name);
  const { rows } = await person.client.call<Queue>("GET", "/api/v1/cases");
  const [arrived, ...others] = rows.filter((row) => !known.has(row.case));
  if (!arrived || others.length > 0) throw new Error(`${rows.length - known.size} reports have arrived.`);
  known.add(arrived.case);
  const record = await person.client.call<CaseRecord>("GET", `/api/v1/cases/${arrived.case}`);
  const desk = await new Client(office.base).call<Pick<Desk, "directory"> & Desk["office"]>("GET", "/api/v1/office");
  const held = { person: person.id, fingerprint: person.keys.fingerprint, privateKey: person.keys.privateKey };
  const { items } = await openCase(record, { office: desk, directory: desk.directory }, held);
  const report = items.find(({ item }) => item.kind === "report");
  if (report?.state !== "open") throw new Error(`The report is ${report?.state ?? "missing"}.`);
  const { kind, answers } = readReport(report.body);
  return { case: arrived.case, outside: record.kind, inside: kind, answers: answers as Answers };
}
