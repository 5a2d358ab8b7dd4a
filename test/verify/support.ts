import { type Act, actDigest, actText, signAct } from "~crypto/acts";
import { sha256Hex } from "~crypto/bytes";
import { perform } from "../../prisma/seed/acts";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import type { CaseExport } from "../../verify/case-export";
import { writeReport } from "../../verify/report";
import { verifyExport } from "../../verify/verify-export";
import { foundTestOffice, named, REASONS, writeAsReporter } from "../support/office";
import { startServer } from "../support/server";

/** A small office with a closed case, and the case as it was exported: without and with its sealed items. */
export interface PlayedCase {
  office: SeedOffice;
  caseId: string;
  exported: CaseExport;
  full: CaseExport;
  stop(): Promise<void>;
}

const PEOPLE = [
  { name: "ada", displayName: "Ada Admin", roles: ["administrator" as const] },
  { name: "tara", displayName: "Tara Intake", roles: ["intake" as const] },
  { name: "tom", displayName: "Tom Intake", roles: ["intake" as const] },
  { name: "vera", displayName: "Véra Reviewer: كريم", roles: ["reviewer" as const] },
  { name: "lia", displayName: "Lia Liaison", roles: ["liaison" as const] },
];

/** Plays a case from the report to its closing by two people, on a real server with real keys. */
export async function playCase(): Promise<PlayedCase> {
  const server = await startServer();
  const office = await foundTestOffice(server, PEOPLE);
  const report = await sendReport(office, await sealReport(office, { kind: "tip", answers: { summary: "A crate." } }));
  const [tara, vera] = [named(office, "tara"), named(office, "vera")];
  const act = (who: typeof tara, plan: Parameters<typeof perform>[3]) => perform(office, who, report.case, plan);
  await act(tara, { event: "conflict.declareNone" });
  await act(tara, { event: "case.acknowledge", codes: { recused: [] }, message: "We have your report." });
  await act(tara, { event: "triage.setTier", codes: { tier: "T3" }, triage: { F1: 2 } });
  await act(tara, { event: "info.request", message: "Which month was it?" });
  await writeAsReporter(office, report, "reporter.reply", "July.");
  await act(tara, { event: "access.grant", codes: { role: "reviewer" }, grant: vera });
  await act(vera, { event: "conflict.declareNone" });
  const codes = { standards: ["STD-WBD-9"], ground: "OUT_OF_MANDATE" };
  await act(tara, { event: "closure.propose", codes, rationale: REASONS });
  await act(vera, { event: "review.approve", notice: "It is not ours to look into; this is who can." });
  const path = `/api/v1/cases/${report.case}/export`;
  return {
    office,
    caseId: report.case,
    exported: await tara.client.call<CaseExport>("GET", path),
    full: await vera.client.call<CaseExport>("GET", `${path}?items=full`),
    stop: () => server.stop(),
  };
}

/** Exports a case as a person on it, without its sealed items, and checks it; the whole report is in the message when it is not sound. */
export async function requireSoundExport({ client }: SeedPerson, caseId: string): Promise<CaseExport> {
  const exported = await client.call<CaseExport>("GET", `/api/v1/cases/${caseId}/export`);
  const report = await verifyExport(new TextEncoder().encode(JSON.stringify(exported)));
  if (report.verdict !== "sound") throw new Error(writeReport(report));
  return exported;
}

/** A copy that can be bent without bending the original. */
export function copyOf(file: CaseExport): CaseExport {
  return JSON.parse(JSON.stringify(file)) as CaseExport;
}

/** The place of the act with this event; the last one where there are several. */
export function placeOf(file: CaseExport, event: string): number {
  return file.acts.findLastIndex(({ text }) => (JSON.parse(text) as Act).event === event);
}

/**
 * Bends acts as somebody could who has everybody's keys and the server: the changed acts and all that follow are hashed and
 * signed anew, so that chain and signatures hold.
 */
export async function rewrite(office: SeedOffice, file: CaseExport, change: (act: Act) => Act | null) {
  const bent = copyOf(file);
  bent.acts = [];
  let prevAct = "";
  for (const { text } of file.acts) {
    const changed = change(JSON.parse(text) as Act);
    if (!changed) continue;
    const act = { ...changed, seq: bent.acts.length, prevAct };
    const signer = office.people.find(({ id }) => id === act.actor);
    const signature = signer ? await signAct(act, signer.keys.privateKey, new Date(`${act.day}T12:00:00Z`)) : null;
    bent.acts.push({ text: actText(act), signature, digest: await actDigest(act) });
    prevAct = await sha256Hex(actText(act));
  }
  return bent;
}
