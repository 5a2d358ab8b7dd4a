import { beforeAll, beforeEach, expect, test } from "vitest";
import { sendAct } from "~/reporter/mailbox/send-act";
import type { MailboxAnswer, MailboxItem, Session } from "~/reporter/mailbox/session";
import { newDraft, type Opened } from "~/reporter/mailbox/write";
import { generateCompartmentKey } from "~crypto/compartments";
import { openItem } from "~crypto/items";
import type { KeyPair } from "~crypto/keys";
import { network, offline, type Sent } from "./support/network";
import { NOW } from "./support/office";

const CASE = "ab".repeat(16);
const DIGEST = "cd".repeat(32);
let keys: KeyPair;
beforeAll(async () => {
  keys = await generateCompartmentKey({ now: NOW });
});

const session = { token: async () => "t", withToken: (work) => work("t") } as Session;

/** The mailbox as it stands once these items are in it. */
function boxWith(...items: Partial<MailboxItem>[]): Opened {
  const compartments = [{ id: "c", epoch: 1 }];
  const whole = items.map((item, seq) => ({ compartment: "c", seq, digest: DIGEST, author: "reporter", ...item }));
  const answer = { case: CASE, compartments, items: whole } as unknown as MailboxAnswer;
  return { answer, keys: new Map([["c", keys.privateKey]]), entries: [] };
}

type Body = { id: string; event: string; codes: object; items: { id: string; seq: number; armored: string }[] };
const bodies = (sent: Sent[]) => sent.map(({ body }) => JSON.parse(String(body)) as Body);
const conflict = { status: 409, body: { title: "Something changed." } };
const taken = { status: 201, body: { state: "received" } };

let reread: Opened;
beforeEach(() => {
  reread = boxWith({ id: "theirs" });
});
const send = (event: string, text: string, draft = newDraft()) =>
  sendAct({ event, draft, text, opened: boxWith(), reopen: async () => reread, session });

test("behind something that came first, an act is read, sealed and sent once more by itself", async () => {
  const answers = [conflict, taken];
  const sent = network(() => answers.shift() ?? taken);
  await send("reporter.message", "What I know.");
  const [first, second] = bodies(sent);
  expect([first?.items[0]?.seq, second?.items[0]?.seq]).toEqual([0, 1]);
  expect(second?.id).toBe(first?.id);
  const { payload } = await openItem({
    armored: second?.items[0]?.armored ?? "",
    compartmentPrivateKey: keys.privateKey,
    expect: { case: CASE, compartment: "correspondence", kind: "message", seq: 1, prev: DIGEST },
  });
  expect(payload.body).toEqual({ text: "What I know." });
});

test("an act that turns out to have arrived is not sent a second time", async () => {
  const sent = network(({ body }) => {
    reread = boxWith({ id: (JSON.parse(String(body)) as Body).items[0]?.id ?? "" });
    return conflict;
  });
  await send("reporter.message", "What I know.");
  expect(sent).toHaveLength(1);
});

test("after a second conflict it stops, and what was typed is kept", async () => {
  const sent = network(() => conflict);
  const draft = { ...newDraft(), text: "What I know." };
  await expect(send("reporter.message", draft.text, draft)).rejects.toMatchObject({ status: 409 });
  expect(sent).toHaveLength(2);
  expect(draft.text).toBe("What I know.");
});

test("after a lost answer the very same bytes go out again", async () => {
  const sent = network(() => (sent.length === 1 ? offline() : taken));
  const draft = newDraft();
  await expect(send("reporter.message", "What I know.", draft)).rejects.toMatchObject({ fault: "unreachable" });
  await send("reporter.message", "What I know.", draft);
  expect(sent[1]?.body).toBe(sent[0]?.body);
});

test("an act without words seals nothing, and bears one id however often it is sent", async () => {
  const sent = network(() => (sent.length === 1 ? conflict : taken));
  const draft = { ...newDraft(), codes: { purpose: "exporter" } };
  await send("consent.withdraw", "", draft);
  const [first, second] = bodies(sent);
  expect(first).toMatchObject({ event: "consent.withdraw", codes: { purpose: "exporter" }, items: [] });
  expect(second).toEqual(first);
});

test("words never leave in the clear", async () => {
  const sent = network(() => taken);
  await send("retaliation.report", "They moved my desk to the cellar.");
  expect(sent.map(({ path, body }) => path + String(body)).join()).not.toContain("cellar");
});
