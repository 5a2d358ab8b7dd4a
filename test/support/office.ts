import { randomId } from "~crypto/bytes";
import { openItem, sealItem } from "~crypto/items";
import { readFingerprint } from "~crypto/keys";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { openReceiptWrap, openWrap } from "~crypto/wraps";
import { Client } from "../../prisma/seed/http";
import { foundOffice, type PersonPlan, type SeedOffice, type SeedPerson } from "../../prisma/seed/people";
import type { SentReport } from "../../prisma/seed/report";
import type { TestServer } from "./server";

export const TEST_PEOPLE: PersonPlan[] = [
  { name: "ada", displayName: "Ada Admin", roles: ["administrator"] },
  { name: "tara", displayName: "Tara Intake", roles: ["intake"] },
  { name: "tom", displayName: "Tom Intake", roles: ["intake"] },
  { name: "ines", displayName: "Ines Investigator", roles: ["investigator"] },
  { name: "olga", displayName: "Olga Ombudsperson", roles: ["ombudsperson"] },
  { name: "vera", displayName: "Vera Reviewer", roles: ["reviewer"] },
];

/** Reasons as long as the procedure wants them. */
export const REASONS =
  "The papers and the two witnesses agree, and the authority's own register confirms the dates. ".repeat(3);
export const STANDARDS = { standards: ["STD-WBD-9"] };

/** An office with one person for each role, two of them for intake. */
export function foundTestOffice(server: TestServer, people: PersonPlan[] = TEST_PEOPLE): Promise<SeedOffice> {
  return foundOffice(server.base, server.setupToken, {
    officeName: "Office of Tests",
    passphrase: "a passphrase for tests only",
    people,
  });
}

/** A person of the office by sign-in name. */
export function named(office: SeedOffice, name: string): SeedPerson {
  const person = office.people.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody is called ${name}.`);
  return person;
}

interface MailboxAnswer {
  case: string;
  state: string;
  isReadOnly: boolean;
  isProtected: boolean;
  due: string | null;
  open: string[];
  standing: { state: string; since: string | null; confirmedFrom: string | null };
  milestones: { id: string; day: string; state: string }[];
  missed: { duty: string; owner: string; day: string; due: string; next: string | null }[];
  receipt: { publicKey: string; lockedKey: string };
  compartments: { id: string; fingerprint: string; publicKey: string; receiptWrap: string }[];
  items: {
    id: string;
    compartment: string;
    seq: number;
    kind: string;
    armored: string;
    digest: string;
    author: string;
  }[];
}

/** Opens a mailbox with the twelve words, as the reporter's page does it. */
export async function openMailbox(office: SeedOffice, sent: SentReport) {
  const secrets = await deriveReceiptSecrets(sent.words, office.keys.fingerprint);
  const client = new Client(office.base);
  const { token } = await client.call<{ token: string }>("POST", "/api/v1/mailbox/session", {
    locator: secrets.locator,
    auth: secrets.auth,
  });
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await client.call<MailboxAnswer>("GET", "/api/v1/mailbox", undefined, headers);
  const receiptKey = await openReceiptWrap(
    answer.receipt.lockedKey,
    secrets.wrapKey,
    await readFingerprint(answer.receipt.publicKey),
  );
  const keys = new Map<string, string>();
  for (const { id, receiptWrap, fingerprint } of answer.compartments)
    keys.set(
      id,
      receiptWrap.startsWith("-----BEGIN")
        ? await openWrap({ sealed: receiptWrap, privateKey: receiptKey, fingerprint })
        : await openReceiptWrap(receiptWrap, secrets.wrapKey, fingerprint),
    );
  const signers = Object.fromEntries(office.people.map((one) => [one.keys.fingerprint, one.keys.publicKey]));
  return {
    ...answer,
    client,
    headers,
    /** The body of every item, each opened and checked. */
    bodies: () =>
      Promise.all(
        answer.items.map(async ({ armored, seq, author, compartment }) => {
          const expect = { case: answer.case, compartment: "correspondence" as const, seq };
          return (
            await openItem({
              armored,
              compartmentPrivateKey: keys.get(compartment) ?? "",
              expect,
              signers,
              requireSigned: author !== "reporter",
            })
          ).payload.body;
        }),
      ),
  };
}

/** Sends an act from the mailbox: with a sealed message, or with codes alone where `text` is null. */
export async function writeAsReporter(
  office: SeedOffice,
  sent: SentReport,
  event: string,
  text: string | null,
  codes: object = {},
) {
  const box = await openMailbox(office, sent);
  const send = (body: object) =>
    box.client.call<{ state: string }>("POST", "/api/v1/mailbox/messages", body, box.headers);
  if (text === null) return send({ v: 1, id: randomId(), event, codes, items: [], parts: [] });
  const compartment = box.compartments.at(-1);
  if (!compartment) throw new Error("The mailbox has no compartment.");
  const before = box.items.filter((item) => item.compartment === compartment.id);
  const payload = {
    case: sent.case,
    compartment: "correspondence" as const,
    kind: "message",
    seq: before.length,
    prev: before.at(-1)?.digest ?? "",
    body: { text },
  };
  const sealed = await sealItem({ payload, compartmentPublicKey: compartment.publicKey, now: office.now() });
  const items = [{ id: randomId(), kind: "message", seq: before.length, armored: sealed.armored }];
  return send({ v: 1, id: randomId(), event, codes, compartment: compartment.id, items, parts: [] });
}
