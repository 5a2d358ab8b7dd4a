import { expect, test } from "vitest";
import { ACTS, missingIn, offered } from "~/reporter/mailbox/acts";
import { newDraft } from "~/reporter/mailbox/write";
import { messageSchema } from "~/services/mailbox-message.server";
import { KINDS } from "~workflows";
import { rowsOf } from "~workflows/rows";

test("the page offers exactly the steps that the server takes, and the procedure gives to a reporter", () => {
  const events = [...new Set(Object.entries(ACTS).map(([line, { event }]) => event ?? line))].sort();
  expect(events).toEqual([...messageSchema.shape.event.options].sort());
  const rows = KINDS.flatMap((kind) => rowsOf(kind)).filter(({ by }) => by.includes("reporter"));
  expect([...new Set(rows.map(({ event }) => event))].filter((event) => event !== "reporter.login").sort()).toEqual(
    events,
  );
});

test("a step asks for words wherever the procedure does", () => {
  const wordless = Object.entries(ACTS).flatMap(([event, { text }]) => (text === undefined ? [event] : []));
  const rows = KINDS.flatMap((kind) => rowsOf(kind)).filter(({ by }) => by.includes("reporter"));
  const needing = rows.filter(({ guards }) => guards.some((guard) => /^G-(MESSAGE|ANSWER|ITEM)$/.test(guard)));
  const asked = (event: string) => ACTS[event]?.text === "needed" || ACTS[event]?.text === "orName";
  expect(needing.map(({ event }) => event).filter((event) => !asked(event))).toEqual([]);
  expect(wordless.sort()).toEqual(["consent.withdraw", "reporter.rejoin", "reporter.rescind"]);
});

test("what the stage asks for comes first, leaving comes last, and answering stands for writing", () => {
  const open = ["reporter.withdraw", "reporter.message", "urgent.flag", "reporter.reply"];
  const wishes = ["wish.contact", "wish.earlier"];
  expect(offered({ open, hasAccepted: false })).toEqual([
    "reporter.reply",
    "urgent.flag",
    ...wishes,
    "reporter.withdraw",
  ]);
});

test("a yes is given once, and can still become a no", () => {
  const open = ["reporter.acceptSolution", "party.decline"];
  expect(offered({ open, hasAccepted: true })).toEqual(["party.decline"]);
});

test.each([
  ["reporter.message", {}, ["text"]],
  ["reporter.message", { text: "  \n" }, ["text"]],
  ["reporter.acceptSolution", {}, ["sure"]],
  ["reporter.acceptSolution", { isSure: true }, []],
  ["review.request", { text: "Look again." }, ["choice"]],
  ["conflict.allege", {}, ["text"]],
  ["conflict.allege", { codes: { person: "p" } }, []],
  ["consent.give", { isSure: true, codes: { purpose: "exporter" } }, []],
  ["consent.give", { isSure: true, codes: { purpose: "disclosure" } }, ["text"]],
  ["evidence.add", { text: "A film." }, ["files"]],
  ["urgent.flag", {}, []],
  ["reporter.withdraw", {}, ["sure"]],
] as const)("%s with %o still lacks %o", (event, typed, lacks) => {
  expect(missingIn(event, { ...newDraft(), ...typed })).toEqual(lacks);
});
