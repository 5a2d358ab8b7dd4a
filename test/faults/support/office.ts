import { expect } from "vitest";
import type { readCase } from "~/services/read-case.server";
import { type Act, verifyChain } from "~crypto/acts";
import { openItem } from "~crypto/items";
import { openWrap } from "~crypto/wraps";
import type { PersonPlan, SeedOffice, SeedPerson } from "../../../prisma/seed/people";
import { sealReport } from "../../../prisma/seed/report";

export type CaseFile = Awaited<ReturnType<typeof readCase>>;
export type SealedReport = Awaited<ReturnType<typeof sealReport>>;

/** The smallest office that can take a report: two people for intake, one of them the administrator. */
export const SMALL_TEAM: PersonPlan[] = [
  { name: "tara", displayName: "Tara Intake", roles: ["administrator", "intake"] },
  { name: "tom", displayName: "Tom Intake", roles: ["intake"] },
];

/** Seals reports that differ from each other; every fifth brings a file. */
export async function sealReports(office: SeedOffice, count: number): Promise<SealedReport[]> {
  const sealed: SealedReport[] = [];
  for (let nth = 0; nth < count; nth++) {
    const files = nth % 5 === 0 ? [{ name: "a.bin", type: "", bytes: new Uint8Array(50_000).fill(nth) }] : [];
    sealed.push(await sealReport(office, { kind: "tip", answers: { summary: storyOf(nth) }, files }));
  }
  return sealed;
}

const storyOf = (nth: number) => `What happened in place ${nth}.`;

/** Opens a case with an officer's key and checks what it says, that nothing is missing, and the chain of its acts. */
export async function requireIntact(office: SeedOffice, me: SeedPerson, report: SealedReport, nth: number) {
  const file = await me.client.call<CaseFile>("GET", `/api/v1/cases/${report.case}`);
  const compartment = file.compartments[0];
  if (!compartment?.wrap) throw new Error("The case has no key for this person.");
  const { wrap: sealed, fingerprint } = compartment;
  const key = await openWrap({ sealed, privateKey: me.keys.privateKey, fingerprint });
  const expected = { case: report.case, compartment: "correspondence" as const, kind: "report", seq: 0, prev: "" };
  const { payload } = await openItem({
    armored: file.items[0]?.armored ?? "",
    compartmentPrivateKey: key,
    expect: expected,
  });
  expect(payload.body).toMatchObject({ answers: { summary: storyOf(nth) } });
  expect(file.items).toHaveLength((report.body as { items: unknown[] }).items.length);
  for (const part of report.parts) {
    const response = await fetch(`${office.base}/api/v1/parts/${report.case}/${part.id}`, {
      headers: { Cookie: me.client.cookie },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(part.bytes))).toBe(true);
  }
  await requireSoundChain(office, file);
}

/** The acts of a case are numbered without a gap, linked, and signed by whom they name. */
export async function requireSoundChain(office: SeedOffice, file: CaseFile) {
  expect(file.acts.map((act) => act.seq)).toEqual(file.acts.map((_, index) => index));
  const acts = file.acts.map(({ text, signature }) => ({ act: JSON.parse(text) as Act, signature }));
  await verifyChain(acts, (id) => office.people.find((person) => person.id === id)?.keys.publicKey ?? null);
}

/** Every case in a person's queue, all pages of it. */
export async function readWholeQueue(me: SeedPerson): Promise<{ case: string; reference: string }[]> {
  const all: { case: string; reference: string }[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { rows: typeof all; next: string | null } = await me.client.call(
      "GET",
      `/api/v1/cases?cursor=${encodeURIComponent(cursor)}`,
    );
    all.push(...page.rows);
    cursor = page.next;
  }
  return all;
}
