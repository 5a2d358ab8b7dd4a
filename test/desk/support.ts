import { NO_ANSWERS } from "~/desk/act-answers";
import type { HeldKey } from "~/desk/key-store";
import { certifyPerson, type MadePerson, makePerson } from "~/desk/new-person";
import { openCase } from "~/desk/open-case";
import type { CaseItem, CaseRecord, Colleague, Desk, OpenAct, Role } from "~/desk/records";
import { type SignedAct, sealAct } from "~/desk/seal-act";
import type { SendPart } from "~/desk/seal-file";
import { actDigest, actText } from "~crypto/acts";
import { randomId, sha256Hex } from "~crypto/bytes";
import type { JsonValue } from "~crypto/canonical";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { generateKeyPair } from "~crypto/keys";
import { wrapKey } from "~crypto/wraps";
import { PUBLISHED_LIMITS_VERSION, startCase } from "~workflows";

export const DAY = "2026-11-23";

export type TestPerson = { held: HeldKey; colleague: Colleague; desk: Desk };

/** An office with a certified key for everybody; each person comes with the desk that they see. */
export async function makeOffice(plan: Record<string, Role[]>): Promise<Record<string, TestPerson>> {
  const office = await generateKeyPair({ name: "Office", now: new Date() });
  const people: Record<string, { made: MadePerson; colleague: Colleague }> = {};
  for (const [name, roles] of Object.entries(plan)) {
    const made = await makePerson(
      { name, displayName: name, passphrase: "orbit velvet canyon ladder" },
      async () => {},
    );
    const { id: person, publicKey, fingerprint } = made.person;
    const certified = await certifyPerson({
      person,
      name,
      publicKey,
      fingerprint,
      roles,
      day: DAY,
      officePrivateKey: office.privateKey,
    });
    people[name] = { made, colleague: { person, displayName: name, roles, fingerprint, ...certified } };
  }
  const directory = Object.values(people).map(({ colleague }) => colleague);
  const publicOffice = {
    name: "Office",
    fingerprint: office.fingerprint,
    publicKey: office.publicKey,
    demonstration: false,
  };
  return Object.fromEntries(
    Object.entries(people).map(([name, { made, colleague }]) => {
      const { person, fingerprint } = colleague;
      const me = { ...made.person, ...colleague, name, person, state: "active" };
      const desk: Desk = { me, office: publicOffice, directory, officeKeyWrap: null, today: DAY, questions: 0 };
      return [name, { held: { person, fingerprint, privateKey: made.privateKey }, colleague, desk }];
    }),
  );
}

/** A fresh case: one report, sealed to a compartment that these people hold. `of` gives the case as one of them sees it. */
export async function makeCase(holders: TestPerson[], report: { [key: string]: JsonValue }) {
  const now = new Date();
  const caseId = randomId();
  const [compartment, receipt] = [await generateCompartmentKey({ now }), await generateKeyPair({ name: "", now })];
  const compartmentId = randomId();
  const body = { ...report, receiptKey: receipt.fingerprint };
  const payload = { case: caseId, compartment: "correspondence" as const, kind: "report", seq: 0, prev: "", body };
  const { armored, digest } = await sealItem({ payload, compartmentPublicKey: compartment.publicKey, now });
  const wraps = new Map<string, string>();
  for (const { colleague } of holders) {
    const sealed = await wrapKey({ privateKey: compartment.privateKey, recipient: colleague.publicKey, now });
    wraps.set(colleague.person, sealed);
  }
  const item: CaseItem = {
    id: randomId(),
    compartment: compartmentId,
    seq: 0,
    kind: "report",
    author: "reporter",
    armored,
    digest,
    day: DAY,
    reply: null,
  };
  const act = {
    v: 1 as const,
    case: caseId,
    seq: 0,
    event: "case.register",
    codes: {},
    itemDigests: [digest],
    prevAct: "",
    day: DAY,
    actor: "system" as const,
    role: "system" as const,
  };
  const of = (me: TestPerson): CaseRecord => ({
    case: caseId,
    reference: "AAA-BBB-CC",
    kind: "tip",
    channel: "browser",
    state: "received",
    tier: null,
    urgent: false,
    version: 1,
    snapshot: startCase({
      kind: "tip",
      day: DAY,
      channel: "browser",
      policy: PUBLISHED_LIMITS_VERSION,
      urgent: false,
    }),
    createdDay: DAY,
    today: DAY,
    itemCount: 1,
    receiptKey: receipt.publicKey,
    dues: [],
    compartments: [
      {
        id: compartmentId,
        type: "correspondence",
        epoch: 1,
        publicKey: compartment.publicKey,
        fingerprint: compartment.fingerprint,
        stale: false,
        outer: null,
        wrap: wraps.get(me.colleague.person) ?? null,
        holders: holders.map(({ colleague }) => colleague.person),
      },
    ],
    items: [item],
    acts: [
      {
        seq: 0,
        event: "case.register",
        actor: "system",
        role: "system",
        day: DAY,
        text: actText(act),
        digest: firstDigest,
        signature: null,
      },
    ],
    members: holders.map(({ colleague }) => ({ person: colleague.person })),
    milestones: [],
    open: [],
    blocked: [],
    newestPolicy: PUBLISHED_LIMITS_VERSION,
    lead: null,
    isLead: 0,
  });
  const firstDigest = await actDigest(act);
  return { of, receipt, compartment };
}

/** Seals and signs one act as a person would from the case page. */
export async function actAs(
  me: TestPerson,
  record: CaseRecord,
  act: Partial<OpenAct> & Pick<OpenAct, "event">,
  answers: Partial<typeof NO_ANSWERS> = {},
  struck: string[] = [],
  sendPart?: SendPart,
): Promise<SignedAct> {
  const { desk, held } = me;
  const opened = await openCase(record, desk, held);
  const whole = { role: "intake", region: "procedure", to: record.state, moves: false, needs: [], ...act } as OpenAct;
  const filled = { ...NO_ANSWERS, ...answers };
  return sealAct({ record, desk, held, opened, act: whole, answers: filled, struck, ...(sendPart && { sendPart }) });
}

/** The case after an act, as the same person would read it from the server. */
export async function afterAct(record: CaseRecord, signed: SignedAct, me: TestPerson): Promise<CaseRecord> {
  const person = me.colleague.person;
  const added = await Promise.all(
    signed.items.map(async (item) => ({
      ...item,
      author: signed.act.actor,
      digest: await sha256Hex(item.armored),
      day: DAY,
      reply: item.reply ?? null,
    })),
  );
  const text = actText(signed.act);
  const { seq, event, actor, role, day } = signed.act;
  return {
    ...record,
    version: record.version + 1,
    items: [...record.items, ...added],
    compartments: [
      ...record.compartments.map((one) => ({
        ...one,
        wrap: signed.wraps.find((wrap) => wrap.compartment === one.id && wrap.person === person)?.sealed ?? one.wrap,
      })),
      ...signed.compartments.map(({ wraps, ...one }) => ({
        ...one,
        stale: false,
        outer: null,
        wrap: wraps.find((wrap) => wrap.person === person)?.sealed ?? null,
        holders: wraps.map((wrap) => wrap.person),
      })),
    ],
    acts: [
      ...record.acts,
      {
        seq,
        event: event as OpenAct["event"],
        actor,
        role,
        day,
        text,
        digest: await actDigest(signed.act),
        signature: signed.signature,
      },
    ],
  };
}
