import { beforeAll, expect, test } from "vitest";
import { openConversation } from "~/reporter/mailbox/conversation";
import type { MailboxAnswer, MailboxItem } from "~/reporter/mailbox/session";
import { loadOffice, type Office } from "~/reporter/office";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import type { KeyPair } from "~crypto/keys";
import { network } from "./support/network";
import { makeOffice, NOW } from "./support/office";

const CASE = "ab".repeat(16);
let made: Awaited<ReturnType<typeof makeOffice>>;
let office: Office;
let compartment: KeyPair;

beforeAll(async () => {
  made = await makeOffice([
    { name: "Tara", roles: ["intake"] },
    { name: "Tom", roles: ["intake"] },
  ]);
  network(() => ({ status: 200, body: made.answer }));
  office = await loadOffice(made.office.fingerprint);
  compartment = await generateCompartmentKey({ now: NOW });
});

type Plan = { author: number | "reporter"; signedBy?: number; kind?: string; seq?: number; prev?: string; in?: string };

async function seal(plan: Plan): Promise<MailboxItem> {
  const { author, signedBy, kind = "message", seq = 0, prev = "" } = plan;
  const payload = {
    case: plan.in ?? CASE,
    compartment: "correspondence",
    kind,
    seq,
    prev,
    body: { text: "Hello." },
  } as const;
  const signingKey = signedBy === undefined ? undefined : made.people[signedBy]?.keys.privateKey;
  const sealed = await sealItem({ payload, compartmentPublicKey: compartment.publicKey, signingKey, now: NOW });
  const from = author === "reporter" ? author : (made.people[author]?.line.person ?? "");
  return { id: "i", compartment: "c", seq, kind, author: from, day: "2026-11-23", ...sealed };
}

async function open(...items: MailboxItem[]) {
  const answer = { case: CASE, items } as unknown as MailboxAnswer;
  return openConversation(answer, new Map([["c", compartment.privateKey]]), office);
}

test("a message signed by the person it is filed under is shown with their name", async () => {
  const [entry] = await open(await seal({ author: 0, signedBy: 0 }));
  expect(entry).toMatchObject({ state: "text", text: "Hello.", from: { name: "Tara" } });
});

test.each([
  ["is not signed", { author: 0 }, "unsigned"],
  ["is signed by somebody else", { author: 0, signedBy: 1 }, "unknownSigner"],
  ["belongs to another case", { author: 0, signedBy: 0, in: "cd".repeat(16) }, "wrongCase"],
] as const)("a message that %s keeps its text to itself", async (_, plan, fault) => {
  const [entry] = await open(await seal(plan));
  expect(entry).toMatchObject({ state: "refused", fault });
  expect(JSON.stringify(entry)).not.toContain("Hello.");
});

test("a message from somebody whom the office does not name is not shown", async () => {
  const item = { ...(await seal({ author: 0, signedBy: 0 })), author: "ef".repeat(16) };
  expect((await open(item))[0]).toMatchObject({ state: "refused", fault: "unknownSigner" });
});

test("a message whose predecessor was exchanged is not shown", async () => {
  const first = await seal({ author: "reporter", kind: "message" });
  const second = await seal({ author: 0, signedBy: 0, seq: 1, prev: first.digest });
  expect((await open(first, second)).map(({ state }) => state)).toEqual(["text", "text"]);
  const forged = await seal({ author: "reporter", kind: "message" });
  expect((await open(forged, second))[1]).toMatchObject({ state: "refused", fault: "outOfOrder" });
});

test("a message that the receipt cannot open is said to be so", async () => {
  const item = await seal({ author: 0, signedBy: 0 });
  const answer = { case: CASE, items: [item] } as unknown as MailboxAnswer;
  expect((await openConversation(answer, new Map(), office))[0]).toMatchObject({ state: "refused", fault: "noKey" });
});
