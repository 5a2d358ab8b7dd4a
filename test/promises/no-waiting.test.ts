import { expect, test } from "vitest";
import { describe as outlineOf } from "~workflows";
import { perform } from "../../prisma/seed/acts";
import { foundOffice, signIn } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import { named, TEST_PEOPLE } from "../support/office";
import { startServer } from "../support/server";

test("no case waits forever: a question that nobody answers comes back by itself, and closes nothing", async () => {
  const past = await startServer({ env: { OMBRA_DAY_OFFSET: "-40" } });
  const now = () => new Date(Date.now() - 40 * 86_400_000);
  const passphrase = "a passphrase for tests only";
  const plan = { officeName: "Office of Tests", passphrase, people: TEST_PEOPLE, now };
  const office = await foundOffice(past.base, past.setupToken, plan);
  const { case: caseId } = await sendReport(office, await sealReport(office, { kind: "tip", answers: {} }));
  const tara = named(office, "tara");
  await perform(office, tara, caseId, { event: "conflict.declareNone" });
  await perform(office, tara, caseId, { event: "case.acknowledge", codes: { recused: [] }, message: "We have it." });
  await perform(office, tara, caseId, { event: "info.request", message: "Which month was it?" });
  await past.stop({ keepData: true });

  const present = await startServer({ dataFolder: past.dataFolder });
  try {
    tara.client.base = present.base;
    tara.client.cookie = "";
    await signIn(tara);
    const read = () =>
      tara.client.call<{ state: string; acts: { event: string; actor: string; text: string }[] }>(
        "GET",
        `/api/v1/cases/${caseId}`,
      );
    await expect.poll(async () => (await read()).state, { timeout: 10_000 }).toBe("preliminaryAssessment");
    const { acts } = await read();
    const asked = acts.filter(({ event, text }) => event === "deadline.expired" && text.includes('"awaitingInfo"'));
    expect(asked).toMatchObject([{ actor: "system" }]);
  } finally {
    await present.stop();
  }
});

test("none is closed by silence alone: no date that passes leads to a closed case", () => {
  for (const kind of ["tip", "grievance", "complaint"] as const) {
    const procedure = outlineOf(kind).regions.find(({ id }) => id === "procedure");
    const byClock = procedure?.transitions.filter(({ by, event }) => by.includes("system") && event !== "lead.closed");
    expect(byClock?.length).toBeGreaterThan(5);
    expect(byClock?.filter(({ to }) => to === "closed")).toEqual([]);
  }
});
