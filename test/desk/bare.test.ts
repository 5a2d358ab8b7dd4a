import { beforeAll, expect, test } from "vitest";
import { openCase } from "~/desk/open-case";
import type { CaseRecord } from "~/desk/records";
import { summaryOf } from "~/desk/summary";
import { openBareMessage } from "~crypto/bare-messages";
import { randomId, sha256Hex } from "~crypto/bytes";
import { generateKeyPair, type KeyPair } from "~crypto/keys";
import { actAs, afterAct, DAY, makeCase, makeOffice, type TestPerson } from "./support";

let people: Record<string, TestPerson>;
let reporter: KeyPair;
const get = (name: string) => people[name] as TestPerson;

beforeAll(async () => {
  people = await makeOffice({ ada: ["intake"], ben: ["intake"], eve: ["investigator"] });
  reporter = await generateKeyPair({ name: "", now: new Date() });
});

/** A case that came as a bare OpenPGP message. A wrap is such a message too, so it stands in for the reporter's program. */
async function bareCase(to: TestPerson): Promise<CaseRecord> {
  const { of } = await makeCase([get("ada"), get("ben")], {});
  const record = of(to);
  const text = `The boxes went elsewhere.\n\n${reporter.publicKey}`;
  const armored = await sealText(text, to);
  const id = randomId();
  const item = {
    id: randomId(),
    compartment: id,
    seq: 0,
    kind: "report",
    author: "reporter",
    armored,
    digest: await sha256Hex(armored),
    day: DAY,
    reply: null,
  };
  const bare = {
    id,
    type: "bare" as const,
    epoch: 1,
    publicKey: "",
    fingerprint: "",
    stale: false,
    outer: null,
    wrap: "",
    holders: record.members.map(({ person }) => person),
  };
  return { ...record, channel: "armored", receiptKey: null, compartments: [bare], items: [item] };
}

async function sealText(text: string, to: TestPerson): Promise<string> {
  const { sealPlainReply } = await import("~crypto/bare-messages");
  return sealPlainReply({
    text,
    recipientPublicKey: to.colleague.publicKey,
    signingKey: reporter.privateKey,
    now: new Date(),
  });
}

test("a bare message opens with one's own key, and its first answer makes the case's compartments", async () => {
  const record = await bareCase(get("ada"));
  const opened = await openCase(record, get("ada").desk, get("ada").held);
  expect(summaryOf(opened)).toContain("The boxes went elsewhere.");
  const signed = await actAs(
    get("ada"),
    record,
    { event: "case.acknowledge", needs: ["message"] },
    { message: "We have it." },
  );
  expect(signed.compartments.map(({ type }) => type).sort()).toEqual(["correspondence", "deliberation"]);
  expect(signed.items.map(({ kind, seq }) => [kind, seq])).toEqual([
    ["report", 0],
    ["message", 1],
  ]);
});

test("a colleague who never held the bare message reads the sealed copy, signed by the officer", async () => {
  const record = await bareCase(get("ada"));
  const signed = await actAs(
    get("ada"),
    record,
    { event: "case.acknowledge", needs: ["message"] },
    { message: "We have it." },
  );
  const seen = await afterAct(record, signed, get("ben"));
  const later = {
    ...seen,
    compartments: seen.compartments.map((one) => (one.type === "bare" ? { ...one, wrap: null } : one)),
  };
  const opened = await openCase(later, get("ben").desk, get("ben").held);
  expect(opened.items.map(({ state }) => state)).toEqual(["sealed", "open", "open"]);
  expect(summaryOf(opened)).toContain("The boxes went elsewhere.");
});

test("what is copied once is not copied again", async () => {
  const record = await bareCase(get("ada"));
  const first = await actAs(
    get("ada"),
    record,
    { event: "case.acknowledge", needs: ["message"] },
    { message: "We have it." },
  );
  const after = await afterAct(record, first, get("ada"));
  const second = await actAs(
    get("ada"),
    after,
    { event: "office.message", needs: ["message"] },
    { message: "Once more." },
  );
  expect(second.items.map(({ kind, seq }) => [kind, seq])).toEqual([["message", 2]]);
});

test("the answer is also sealed to the key that the reporter sent along", async () => {
  const record = await bareCase(get("ada"));
  const signed = await actAs(
    get("ada"),
    record,
    { event: "case.acknowledge", needs: ["message"] },
    { message: "We have it." },
  );
  const reply = signed.items.find(({ kind }) => kind === "message")?.reply ?? "";
  const { text } = await openBareMessage({ armored: reply, privateKey: reporter.privateKey });
  // Below the words stands what the reporter can show elsewhere.
  expect(text.trim()).toMatch(/^We have it\.\n\n-----BEGIN PGP SIGNED MESSAGE-----\n/);
});

test("wraps of the copy go to people, never to the bare compartment", async () => {
  const record = await bareCase(get("ada"));
  const signed = await actAs(get("ada"), record, { event: "case.note", needs: ["note"] }, { note: "A note." });
  expect(signed.wraps).toEqual([]);
});
