import { expect, test } from "vitest";
import { proposedMessage } from "~/desk/first-answers";
import type { CaseRecord, OpenAct } from "~/desk/records";

const record = { milestones: [{ id: "feedback", day: "2026-11-30" }] } as unknown as CaseRecord;
const propose = (event: string, language: string) =>
  proposedMessage({ event } as unknown as OpenAct, record, { language, officeName: "Office of Tests" });

test("an acknowledgement is proposed in the reporter's language, with its dates", async () => {
  expect(await propose("case.acknowledge", "en")).toMatch(/Office of Tests has opened a case.*30 November 2026/s);
  expect(await propose("case.acknowledge", "ar")).toMatch(/[\u0600-\u06ff].*30 نوفمبر 2026/s);
});

test("a language that the office has no words in gets English ones, and other acts get none", async () => {
  expect(await propose("case.acknowledge", "xx")).toBe(await propose("case.acknowledge", "en"));
  expect(await propose("case.note", "en")).toBe("");
});
