import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { matchLeads } from "~/desk/match-leads";
import { openCase } from "~/desk/open-case";
import type { CaseRecord, Desk, Queue } from "~/desk/records";
import { earlierOf } from "~/desk/told";
import { randomId } from "~crypto/bytes";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { Client } from "../../prisma/seed/http";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { dayAfter } from "./support/clock";
import { CLOSED_AS, GRANTED, OPENED, REASONED } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let old: SentReport;
let again: SentReport;
beforeAll(async () => {
  world = await openWorld();
  old = await world.report({ kind: "tip", answers: { summary: "Boxes for a water authority." } });
  await world.play(old, [...OPENED("tara"), ...GRANTED("tara", "viktor", "reviewer")]);
  await world.play(old, [{ by: "tara", event: "office.message", message: "Who unpacked the boxes?" }]);
  again = await world.report({
    kind: "tip",
    answers: { summary: "They moved again.", earlier: "I wrote earlier about boxes for a water authority." },
  });
});
afterAll(() => world?.stop());

test("lost words are not recovered: a guess gets the same answer whether there is a case behind it or not", async () => {
  const secrets = await deriveReceiptSecrets(old.words, world.office.keys.fingerprint);
  const client = new Client(world.office.base);
  const guess = async (locator: string) => {
    const body = { locator, auth: randomId() + randomId() };
    return String(await client.call("POST", "/api/v1/mailbox/session", body).catch((error: unknown) => error));
  };
  const answer = await guess(secrets.locator);
  expect(answer).toContain("404");
  expect(await guess(randomId() + randomId())).toBe(answer);
  const page = await (await fetch(`${world.office.base}/mailbox`)).text();
  expect(page).toContain("Nobody can recover them, we included, and we cannot tell you whether a report exists.");
});

test("whoever opens the new report sees the private hint, and finds the old one among their own cases on their own device", async () => {
  await world.report({ kind: "tip", answers: { summary: "A licence was backdated." } });
  const tara = world.who("tara");
  const desk = await new Client(world.office.base).call<Pick<Desk, "directory"> & Desk["office"]>(
    "GET",
    "/api/v1/office",
  );
  const [held, of] = [
    { person: tara.id, fingerprint: tara.keys.fingerprint, privateKey: tara.keys.privateKey },
    { office: desk, directory: desk.directory },
  ];
  const opened = await openCase((await world.file("tara", again)) as unknown as CaseRecord, of, held);
  const [hint, ...others] = earlierOf(opened);
  expect([hint?.text, others]).toEqual(["I wrote earlier about boxes for a water authority.", []]);
  const { rows } = await tara.client.call<Queue>("GET", "/api/v1/cases?filter=tip");
  const asked: string[] = [];
  const send = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    asked.push(path);
    return send(world.office.base + path, { ...init, headers: { ...init.headers, Cookie: tara.client.cookie } });
  });
  const found = await matchLeads(hint?.text ?? "", rows, of, held, () => undefined);
  vi.unstubAllGlobals();
  expect(found[0]).toMatchObject({ case: old.case, words: 3 });
  // The server is asked for whole cases, and for nothing that says what is looked for.
  expect(asked.every((path) => /^\/api\/v1\/cases\/[0-9a-f]{32}$/.test(path))).toBe(true);
});

test("two people join the new report to the old one, and the clocks of the old one do not notice", async () => {
  await world.play(again, [...OPENED("tara"), ...GRANTED("tara", "viktor", "reviewer")]);
  const before = (await world.remembered("tara", old)).dues;
  const approval = { event: "review.approve", notice: "You wrote to us before. Both reports are read as one." };
  expect(await world.play(again, [REASONED("tara", "consolidation.propose", { lead: old.case })])).toBe(
    "consolidationReview",
  );
  await expect(world.act("tara", again, approval)).rejects.toMatchObject(refusedBy("notYourRole"));
  expect(await world.act("viktor", again, approval)).toMatchObject({ state: "consolidated" });
  expect((await world.remembered("tara", old)).dues).toEqual(before);
});

test("the new words carry the conversation on; the old mailbox falls silent and nothing else happens to its case", async () => {
  const text = "In July, in the free zone.";
  await world.write(again, "reporter.message", text);
  await world.play(again, [{ by: "tara", event: "office.message", message: "Thank you, that answers it." }]);
  expect(await (await world.box(again)).bodies()).toContainEqual({ text: "Thank you, that answers it." });
  const { dues } = await world.remembered("tara", old);
  await world.travelTo(dayAfter(dues.silence));
  const { snapshot } = await world.file("tara", old);
  expect([snapshot.value.standing, snapshot.value.procedure]).toEqual(["silent", "preliminaryAssessment"]);
  expect((await world.file("tara", again)).snapshot.value.procedure).toBe("consolidated");
});

test("when the one case is closed, both are", async () => {
  expect(await world.play(old, CLOSED_AS("MINOR"))).toBe("closed");
  expect((await world.box(again)).state).toBe("closed");
  expect((await world.remembered("tara", again)).ground).toBe("CONSOLIDATED");
  for (const report of [old, again]) await requireSoundExport(world.who("tara"), report.case);
});
