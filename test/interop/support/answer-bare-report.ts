import type { readCase } from "~/services/read-case.server";
import { type Act, signAct } from "~crypto/acts";
import { openBareMessage, sealPlainReply } from "~crypto/bare-messages";
import { randomId } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { wrapKey } from "~crypto/wraps";
import type { SeedOffice, SeedPerson } from "../../../prisma/seed/people";

type CaseFile = Awaited<ReturnType<typeof readCase>>;
type Target = { id: string; publicKey: string; seq: number; prev: string };

/**
 * Answers a bare report as an officer's browser does: the first answer makes the conversation's compartment and seals the
 * report's text into it again; every answer is sealed for the office and, in plain OpenPGP, for the reporter.
 *
 * Shape: the text of the report as the officer read it.
 */
export async function answerBareReport(
  office: SeedOffice,
  me: SeedPerson,
  caseId: string,
  answer: { event: string; text: string },
): Promise<string> {
  const now = office.now();
  const file = await me.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
  const bare = await openFirst(file, me, now);
  const existing = file.compartments.find((one) => one.type === "correspondence");
  const compartments = existing ? [] : [await makeConversation(office, file, now)];
  const made = compartments[0];
  const sealed = file.items.filter((item) => item.compartment === existing?.id);
  const target: Target = {
    id: existing?.id ?? made?.id ?? "",
    publicKey: existing?.publicKey ?? made?.publicKey ?? "",
    seq: sealed.length,
    prev: sealed.at(-1)?.digest ?? "",
  };
  const items: { id: string; compartment: string; seq: number; kind: string; armored: string; digest: string }[] = [];
  const seal = async (kind: string, body: Record<string, string>) => {
    const payload = {
      case: caseId,
      compartment: "correspondence" as const,
      kind,
      seq: target.seq,
      prev: target.prev,
      body,
    };
    const { armored, digest } = await sealItem({
      payload,
      compartmentPublicKey: target.publicKey,
      signingKey: me.keys.privateKey,
      now,
    });
    items.push({ id: randomId(), compartment: target.id, seq: target.seq, kind, armored, digest });
    target.seq += 1;
    target.prev = digest;
  };
  if (made) await seal("report", { form: "bare/1", text: bare.text, replyKey: bare.replyKey, of: bare.digest });
  await seal("message", { text: answer.text });
  const reply = await sealPlainReply({
    text: answer.text,
    recipientPublicKey: bare.replyKey,
    signingKey: me.keys.privateKey,
    now,
  });
  const act: Act = {
    v: 1,
    case: caseId,
    seq: file.acts.length,
    event: answer.event,
    codes: {
      ...(answer.event === "case.acknowledge" && { recused: [] }),
      ...(compartments.length > 0 && { keys: compartments.map(({ fingerprint }) => fingerprint) }),
    },
    itemDigests: items.map(({ digest }) => digest),
    prevAct: file.acts.at(-1)?.digest ?? "",
    day: file.today,
    actor: me.id,
    role: "intake",
  };
  await me.client.call("POST", `/api/v1/cases/${caseId}/acts`, {
    act,
    signature: await signAct(act, me.keys.privateKey, now),
    version: file.version,
    items: items.map(({ digest: _, ...item }) => (item.kind === "message" ? { ...item, reply } : item)),
    compartments,
  });
  return bare.text;
}

async function openFirst(file: CaseFile, me: SeedPerson, now: Date) {
  const bare = file.compartments.find((one) => one.type === "bare");
  const item = file.items.find((one) => one.compartment === bare?.id && one.seq === 0);
  if (!item) throw new Error("The case has no bare report.");
  const { text, publicKey } = await openBareMessage({ armored: item.armored, privateKey: me.keys.privateKey, now });
  if (!publicKey) throw new Error("The reporter put no key inside.");
  return { text, replyKey: publicKey, digest: item.digest };
}

async function makeConversation(office: SeedOffice, file: CaseFile, now: Date) {
  const { privateKey, publicKey, fingerprint } = await generateCompartmentKey({ now });
  const members = office.people.filter(({ id }) => file.members.some(({ person }) => person === id));
  const wraps = await Promise.all(
    members.map(async ({ id, keys }) => ({
      person: id,
      sealed: await wrapKey({ privateKey, recipient: keys.publicKey, now }),
    })),
  );
  return { id: randomId(), type: "correspondence", epoch: 1, publicKey, fingerprint, wraps };
}
