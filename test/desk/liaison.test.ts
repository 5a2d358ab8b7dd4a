import { beforeAll, expect, test } from "vitest";
import { KeyNotNamed, KeyNotRenewed } from "~/desk/plan-keys";
import type { CaseRecord } from "~/desk/records";
import { actDigest } from "~crypto/acts";
import { actAs, afterAct } from "./support";
import { ANSWERED, putToAuthority, REPLY, SEND } from "./support-liaison";

let put: Awaited<ReturnType<typeof putToAuthority>>;
beforeAll(async () => {
  put = await putToAuthority();
});

test("what is put to an authority is sealed to its contact and to everybody on the case, and nothing else is", () => {
  const to = Object.fromEntries(
    put.sent.compartments.map(({ type, wraps }) => [type, wraps.map(({ person }) => person)]),
  );
  expect(to.respondent?.sort()).toEqual([put.id("lena"), put.id("tara"), put.id("tom")].sort());
  expect(to.deliberation?.sort()).toEqual([put.id("tara"), put.id("tom")].sort());
  expect([put.sent.wraps, put.sent.items.map(({ kind }) => kind)]).toEqual([[], ["package"]]);
  expect(put.sent.act.codes).toMatchObject({ person: put.id("lena"), attest: ["ID_SAFE"] });
});

test("a second contact gets the key of this part, and of no other", async () => {
  const first = await afterAct(put.whole, put.sent, put.who("tara"));
  const next = await actAs(put.who("tara"), first, SEND, {
    person: put.id("luca"),
    package: "And now?",
    attest: ["ID_SAFE"],
  });
  const respondent = first.compartments.find(({ type }) => type === "respondent")?.id;
  expect([next.compartments, next.wraps.map(({ compartment, person }) => [compartment, person])]).toEqual([
    [],
    [[respondent, put.id("luca")]],
  ]);
});

test("once somebody has left, a contact on the case gets a new key for this part alone", async () => {
  const first = await afterAct(put.whole, put.sent, put.who("tara"));
  const stale = {
    ...first,
    compartments: first.compartments.map((one) => ({ ...one, stale: true })),
    members: [...first.members, { person: put.id("lena"), scope: "respondent" as const }],
  };
  const renewed = await actAs(put.who("tara"), stale, { event: "key.rewrapped", needs: ["rewrap"] });
  const holding = renewed.compartments.filter(({ wraps }) => wraps.some(({ person }) => person === put.id("lena")));
  expect(holding.map(({ type }) => type)).toEqual(["respondent"]);
  expect(renewed.compartments).toHaveLength(3);
});

test("the contact answers under what was put to them, behind the end of a chain that they do not see", async () => {
  const record = { ...put.seen, last: { seq: 41, day: put.whole.today, digest: "e".repeat(64) } };
  const signed = await actAs(put.who("lena"), record, REPLY, { answer: ANSWERED });
  expect(signed.items.map(({ kind, compartment, seq }) => [kind, compartment, seq])).toEqual([
    ["answer", record.compartments[0]?.id, 1],
  ]);
  expect([signed.compartments, signed.wraps]).toEqual([[], []]);
  expect([signed.act.seq, signed.act.prevAct]).toEqual([42, "e".repeat(64)]);
});

test("a contact seals nothing to a key that nobody of the office has signed for", async () => {
  const answer = (record: CaseRecord) => actAs(put.who("lena"), record, REPLY, { answer: ANSWERED });
  await expect(answer({ ...put.seen, acts: [] })).rejects.toBeInstanceOf(KeyNotNamed);
  const record = put.seen;
  const [act] = record.acts as [CaseRecord["acts"][number]];
  const other = { ...put.sent.act, codes: { ...put.sent.act.codes, person: put.id("luca") } };
  const bent = { ...act, text: JSON.stringify(other), digest: await actDigest(other) };
  await expect(answer({ ...record, acts: [bent] })).rejects.toBeInstanceOf(KeyNotNamed);
});

test("a contact makes no key: whoever makes one reads what is sealed to it", async () => {
  const record = put.seen;
  const stale = { ...record, compartments: record.compartments.map((one) => ({ ...one, stale: true })) };
  await expect(actAs(put.who("lena"), stale, REPLY, { answer: ANSWERED })).rejects.toBeInstanceOf(KeyNotRenewed);
});
