import { afterAll, beforeAll, expect, test } from "vitest";
import { type PlannedAct, perform } from "../../prisma/seed/acts";
import type { SeedOffice } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import { foundTestOffice, named, REASONS, STANDARDS } from "../support/office";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server, [
    { name: "ada", displayName: "Ada Admin", roles: ["administrator"] },
    { name: "tara", displayName: "Tara Many", roles: ["intake", "investigator", "reviewer", "ombudsperson"] },
    { name: "tom", displayName: "Tom Intake", roles: ["intake", "reviewer"] },
    { name: "olga", displayName: "Olga Ombudsperson", roles: ["ombudsperson"] },
  ]);
});
afterAll(() => server?.stop());

async function openCase(story: { struck?: string[] } = {}) {
  const sent = await sendReport(office, await sealReport(office, { kind: "tip", answers: {}, ...story }));
  const act = (name: string, plan: PlannedAct) => perform(office, named(office, name), sent.case, plan);
  return { ...sent, act };
}

test("nobody approves the closure that they proposed, whatever roles they hold", async () => {
  const { act } = await openCase();
  await act("tara", { event: "conflict.declareNone" });
  await act("tara", { event: "case.acknowledge", codes: { recused: [] }, message: "We have it." });
  await act("tara", { event: "closure.propose", codes: { ground: "MINOR", ...STANDARDS }, rationale: REASONS });
  await expect(act("tara", { event: "review.approve", role: "reviewer", notice: "Closed." })).rejects.toMatchObject({
    problem: { rule: "samePerson" },
  });
  await act("tom", { event: "conflict.declareNone" });
  await expect(
    act("tom", { event: "review.approve", role: "reviewer", codes: { proposal: "0".repeat(64) }, notice: "Closed." }),
  ).rejects.toMatchObject({ problem: { rule: "changedSinceProposed" } });
  expect(await act("tom", { event: "review.approve", role: "reviewer", notice: "Closed." })).toMatchObject({
    state: "closed",
  });
});

test("a person whom the reporter struck out, or who is recused, sees no row, no count and no key of that case", async () => {
  const olga = named(office, "olga");
  const { act, case: caseId } = await openCase({ struck: [olga.id] });
  await act("tara", { event: "conflict.declareNone" });
  await act("tara", { event: "case.acknowledge", codes: { recused: [olga.id] }, message: "We have it." });
  await expect(
    act("tara", { event: "access.grant", codes: { role: "ombudsperson" }, grant: olga }),
  ).rejects.toMatchObject({ status: 422 });
  const tom = named(office, "tom");
  const before = await tom.client.call<{ rows: { case: string }[]; counts: object }>("GET", "/api/v1/cases");
  expect(before.rows.map((row) => row.case)).toContain(caseId);
  await act("tom", { event: "conflict.declare" });
  for (const person of [tom, olga]) {
    const queue = await person.client.call<{ rows: { case: string }[] }>("GET", "/api/v1/cases");
    expect(queue.rows.map((row) => row.case)).not.toContain(caseId);
    await expect(person.client.call("GET", `/api/v1/cases/${caseId}`)).rejects.toMatchObject({ status: 404 });
  }
  const file = await named(office, "tara").client.call<{ compartments: { holders: string[]; stale: boolean }[] }>(
    "GET",
    `/api/v1/cases/${caseId}`,
  );
  expect(file.compartments.flatMap((compartment) => compartment.holders)).not.toContain(tom.id);
  expect(file.compartments.every((compartment) => compartment.stale)).toBe(true);
});

test("an act that another person signed, or that was changed after signing, is refused", async () => {
  const { case: caseId } = await openCase();
  const [tara, tom] = [named(office, "tara"), named(office, "tom")];
  await expect(
    perform(office, { ...tara, keys: tom.keys }, caseId, { event: "conflict.declareNone" }),
  ).rejects.toMatchObject({ problem: { rule: "badSignature" } });
});
