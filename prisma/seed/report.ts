import { CURRENT } from "~/forms/shown";
import { fromHex, randomId, sha256Hex } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { generateKeyPair, type KeyPair } from "~crypto/keys";
import { PART_BYTES, sealPart } from "~crypto/parts";
import { deriveReceiptSecrets, drawReceipt } from "~crypto/receipt";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";
import { Client } from "./http";
import type { SeedOffice, SeedPerson } from "./people";
import { postWorked, workedHeaders } from "./work";

/** What a reporter tells. */
export interface Story {
  kind: "tip" | "grievance" | "complaint";
  /** What it calls itself inside, where that is not the kind of the case. */
  written?: "selfDisclosure";
  answers: Record<string, unknown>;
  struck?: string[];
  urgent?: boolean;
  files?: { name: string; type: string; bytes: Uint8Array }[];
}

/** A report as it was sealed and sent, with what the reporter keeps. */
export interface SentReport {
  case: string;
  reference: string;
  words: string[];
  compartment: KeyPair;
  body: unknown;
}

/** Seals a report to the office's intake officers, as the reporter's page does it. */
export async function sealReport(
  office: SeedOffice,
  story: Story,
  to: SeedPerson[] = intakeOf(office, story),
): Promise<SentReport & { parts: { id: string; bytes: Uint8Array; digest: string }[] }> {
  const now = office.now();
  const caseId = randomId();
  const words = drawReceipt();
  const { locator, auth, wrapKey: receiptWrapKey } = await deriveReceiptSecrets(words, office.keys.fingerprint);
  const [compartment, receipt] = await Promise.all([
    generateCompartmentKey({ now }),
    generateKeyPair({ name: "", now }),
  ]);
  const parts: { id: string; bytes: Uint8Array; digest: string }[] = [];
  const items: { compartment: string; kind: string; seq: number; armored: string }[] = [];
  let prev = "";
  const add = async (kind: string, body: unknown) => {
    const payload = {
      case: caseId,
      compartment: "correspondence" as const,
      kind,
      seq: items.length,
      prev,
      body: body as never,
    };
    const { armored, digest } = await sealItem({ payload, compartmentPublicKey: compartment.publicKey, now });
    items.push({ compartment: "correspondence", kind, seq: items.length, armored });
    prev = digest;
  };
  await add("report", {
    form: CURRENT.id,
    language: "en",
    kind: story.written ?? story.kind,
    answers: story.answers,
    struck: story.struck ?? [],
    receiptKey: receipt.fingerprint,
  });
  for (const file of story.files ?? []) {
    const manifest = { name: file.name, type: file.type, bytes: file.bytes.length, parts: [] as unknown[] };
    for (let at = 0; at < Math.max(1, file.bytes.length); at += PART_BYTES) {
      const plain = file.bytes.subarray(at, at + PART_BYTES);
      const sealed = await sealPart(plain, compartment.publicKey, now);
      const part = { id: randomId(), ...sealed };
      parts.push(part);
      manifest.parts.push({ id: part.id, bytes: plain.length, sha256: part.digest });
    }
    await add("file", manifest);
  }
  const body = {
    v: 1,
    case: caseId,
    kind: story.kind,
    language: "en",
    urgent: story.urgent ?? false,
    receipt: {
      locatorHash: await sha256Hex(fromHex(locator)),
      authHash: await sha256Hex(fromHex(auth)),
      publicKey: receipt.publicKey,
      lockedKey: await wrapForReceipt(receipt.privateKey, receiptWrapKey),
    },
    compartments: [
      {
        type: "correspondence",
        publicKey: compartment.publicKey,
        fingerprint: compartment.fingerprint,
        receiptWrap: await wrapForReceipt(compartment.privateKey, receiptWrapKey),
        wraps: await Promise.all(
          to.map(async (person) => ({
            person: person.id,
            sealed: await wrapKey({ privateKey: compartment.privateKey, recipient: person.keys.publicKey, now }),
          })),
        ),
      },
    ],
    items,
    parts: parts.map(({ id, digest }) => ({ id, digest })),
  };
  return { case: caseId, reference: "", words, compartment, body, parts };
}

/** Sends a sealed report; the same one again is the same case. */
export async function sendReport(
  office: SeedOffice,
  sealed: Awaited<ReturnType<typeof sealReport>>,
): Promise<SentReport> {
  const client = new Client(office.base);
  const headers = sealed.parts.length > 0 ? await workedHeaders(client, sealed.case) : {};
  for (const part of sealed.parts) {
    const response = await fetch(`${office.base}/api/v1/uploads/${sealed.case}/${part.id}?sha256=${part.digest}`, {
      method: "PUT",
      headers,
      body: Buffer.from(part.bytes),
    });
    if (!response.ok) throw new Error(await response.text());
  }
  const { reference } = await postWorked<{ reference: string }>(client, "/api/v1/reports", sealed.case, sealed.body);
  return { ...sealed, reference };
}

function intakeOf(office: SeedOffice, story: Story): SeedPerson[] {
  return office.people
    .filter((person) => person.roles.includes("intake") && !story.struck?.includes(person.id))
    .slice(0, 3);
}
