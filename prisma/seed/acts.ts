import type { MadePackage } from "~/desk/handover/choice";
import { factorsOf, scoreOf, TIER_POLICY, tierOf } from "~/desk/tier-policy";
import type { readCase } from "~/services/read-case.server";
import { type Act, signAct } from "~crypto/acts";
import { randomId, sha256Hex } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { type PublicText, publicTextDigest } from "~crypto/public-text";
import { openWrap, wrapKey } from "~crypto/wraps";
import { type EventType, type Kind, publishes } from "~workflows";
import type { SeedOffice, SeedPerson } from "./people";
import { draftOf, type PlannedText, textToPropose, textToPublish } from "./public-texts";

type CaseFile = Awaited<ReturnType<typeof readCase>>;

/** One act as a person does it at the desk: what it says in codes, and the texts that it seals. */
export interface PlannedAct {
  event: string;
  role?: Act["role"];
  codes?: Act["codes"];
  /** Sealed into the conversation with the reporter. */
  message?: string;
  notice?: string;
  /** Sealed into the deliberation. */
  rationale?: string;
  findings?: string;
  decision?: string;
  note?: string;
  triage?: Record<string, number>;
  /** Sealed into what is put to an authority; `answer` is its contact's own. */
  package?: string;
  answer?: string;
  /** The text that is proposed to be published; a step that publishes takes the one that was proposed, or the one given here. */
  statement?: PlannedText | PublicText;
  /** What another office receives: the act binds it, its list is kept, and the reporter is told. */
  handover?: Pick<MadePackage, "digest" | "recipient" | "kinds" | "kept" | "told">;
  /** Puts somebody on the case: every key is wrapped to them; with `package.send` those alone of what is put to an authority. */
  grant?: SeedPerson;
}

/** Performs one act with real keys: seals, wraps, signs, sends. */
export async function perform(office: SeedOffice, me: SeedPerson, caseId: string, plan: PlannedAct) {
  return sendAct(me, await writeAct(office, me, caseId, plan));
}

export type WrittenAct = Awaited<ReturnType<typeof writeAct>>;

/** Sends an act as it was written. */
export function sendAct(me: SeedPerson, written: WrittenAct) {
  return me.client.call<{ version: number; state: string }>("POST", `/api/v1/cases/${written.act.case}/acts`, written);
}

/** Writes one act with real keys and sends nothing: what it seals, wraps and signs. */
export async function writeAct(office: SeedOffice, me: SeedPerson, caseId: string, plan: PlannedAct) {
  const file = await me.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
  const now = office.now();
  const compartments: {
    id: string;
    type: string;
    epoch: number;
    publicKey: string;
    fingerprint: string;
    receiptWrap?: string;
    wraps: { person: string; sealed: string }[];
  }[] = [];
  for (const type of neededTypes(plan, file)) {
    const key = await generateCompartmentKey({ now });
    const wraps = await wrapTo(office, key.privateKey, holdersOf(type, plan, file));
    const epoch = (latest(file, type)?.epoch ?? 0) + 1;
    const { publicKey, fingerprint, privateKey } = key;
    // The conversation goes on for whoever holds the receipt: its key opens the new one too.
    const receipt = type === "correspondence" ? file.receiptKey : null;
    compartments.push({
      id: randomId(),
      type,
      epoch,
      publicKey,
      fingerprint,
      wraps,
      ...(receipt && { receiptWrap: await wrapKey({ privateKey, recipient: receipt, now }) }),
    });
  }
  const items: { id: string; compartment: string; seq: number; kind: string; armored: string; digest: string }[] = [];
  const proposedText = plan.event === "act.propose" ? textToPropose(plan) : null;
  const planned = [...texts(plan, file.kind), ...(proposedText ? [draftOf(plan, proposedText)] : [])];
  for (const [kind, body, type] of planned) {
    const to = compartments.find((entry) => entry.type === type) ?? latest(file, type);
    if (!to) throw new Error(`The case has no ${type}.`);
    const before = [...file.items, ...items].filter((item) => item.compartment === to.id);
    const payload = {
      case: caseId,
      compartment: type,
      kind,
      seq: before.length,
      prev: before.at(-1)?.digest ?? "",
      body,
    };
    const sealed = await sealItem({ payload, compartmentPublicKey: to.publicKey, signingKey: me.keys.privateKey, now });
    items.push({ id: randomId(), compartment: to.id, seq: before.length, kind, ...sealed });
  }
  const open = file.open.find((one) => one.event === plan.event && (!one.for || one.for === plan.codes?.for));
  const attested = open?.needs.flatMap((need) => (need.startsWith("attest:") ? need.slice(7) : [])) ?? [];
  const codes: Act["codes"] = { ...(attested.length > 0 && { attest: attested.sort() }), ...plan.codes };
  if (plan.grant) codes.person = plan.grant.id;
  if (plan.handover) Object.assign(codes, handedCodes(plan.handover));
  const sheet = planned.find(([kind]) => kind === "triage")?.[1];
  if (sheet) codes.commitment = await sha256Hex(canonicalJson(sheet));
  const proposal = file.snapshot.context.proposals[plan.event as EventType];
  if (proposal && codes.proposal === undefined) codes.proposal = proposal.digest;
  const published = publishes(plan.event)
    ? ((plan.statement as PublicText) ?? (await textToPublish(office, me, file, plan.event)))
    : null;
  if (proposedText) codes.statement ??= await publicTextDigest(proposedText);
  if (proposal && published) codes.statement ??= String(proposal.codes.statement ?? "");
  if (compartments.length > 0) codes.keys = compartments.map((entry) => entry.fingerprint);
  const { last } = file;
  const act: Act = {
    v: 1,
    case: caseId,
    seq: last ? last.seq + 1 : 0,
    event: plan.event,
    codes,
    itemDigests: items.map((item) => item.digest),
    prevAct: last?.digest ?? "",
    day: file.today,
    actor: me.id,
    role: plan.role ?? (open?.role as Act["role"] | undefined) ?? me.roles[0] ?? "intake",
  };
  return {
    act,
    signature: await signAct(act, me.keys.privateKey, now),
    version: file.version,
    items: items.map(({ digest: _digest, ...item }) => item),
    compartments,
    wraps: plan.grant ? await wrapsFor(office, me, file, plan.grant, plan.event === "package.send") : [],
    parts: [],
    ...(published && { statement: published }),
  };
}

function texts(plan: PlannedAct, kind: CaseFile["kind"]) {
  const of = (kind: string, text: string | undefined, type: "correspondence" | "deliberation" | "respondent") =>
    text === undefined ? [] : [[kind, { text }, type] as const];
  return [
    ...of("message", plan.message, "correspondence"),
    ...of("notice", plan.notice, "correspondence"),
    ...of("rationale", plan.rationale, "deliberation"),
    ...of("findings", plan.findings, "deliberation"),
    ...of("decision", plan.decision, "deliberation"),
    ...of("note", plan.note, "deliberation"),
    ...of("package", plan.package, "respondent"),
    ...of("answer", plan.answer, "respondent"),
    ...(plan.handover
      ? [
          ["handover", plan.handover.kept, "deliberation"] as const,
          ["transfer", { text: plan.handover.told }, "correspondence"] as const,
        ]
      : []),
    ...(plan.triage ? [["triage", triageSheet(plan, kind as Kind), "deliberation"] as const] : []),
  ];
}

function handedCodes({ digest, recipient, kinds }: NonNullable<PlannedAct["handover"]>): Act["codes"] {
  return { package: digest, recipient, handed: [...kinds] };
}

/** Compartments that this act makes: the deliberation with the first words in it, and a new epoch where somebody lost access. */
function neededTypes(plan: PlannedAct, file: CaseFile): string[] {
  const written = new Set(texts(plan, file.kind).map(([, , type]) => type as string));
  const isStale = (type: string) => latest(file, type)?.stale === true;
  if (plan.event === "key.rewrapped") return ["correspondence", "deliberation", "respondent"].filter(isStale);
  return [...written].filter((type) => !latest(file, type) || isStale(type));
}

function latest(file: CaseFile, type: string) {
  return file.compartments.filter((compartment) => compartment.type === type).at(-1);
}

/** Everybody on the case; an authority's contacts, and the one that this act brings in, for what is put to them alone. */
function holdersOf(type: string, plan: PlannedAct, { members, snapshot }: CaseFile): string[] {
  const out = snapshot.context.recused;
  const people = members
    .filter(({ scope }) => scope === "case" || type === "respondent")
    .map(({ person }) => person)
    .filter((person) => !out.includes(person));
  const contact = plan.event === "package.send" && type === "respondent" && plan.grant ? [plan.grant.id] : [];
  return [...new Set([...people, ...contact])];
}

async function wrapsFor(office: SeedOffice, me: SeedPerson, file: CaseFile, to: SeedPerson, isOutside: boolean) {
  const wraps = [];
  for (const { id, type, wrap: sealed, fingerprint, holders } of file.compartments) {
    if (!sealed || holders.includes(to.id) || (isOutside && type !== "respondent")) continue;
    const privateKey = await openWrap({ sealed, privateKey: me.keys.privateKey, fingerprint });
    wraps.push({
      compartment: id,
      person: to.id,
      sealed: await wrapKey({ privateKey, recipient: to.keys.publicKey, now: office.now() }),
    });
  }
  return wraps;
}

async function wrapTo(office: SeedOffice, privateKey: string, holders: readonly string[]) {
  return Promise.all(
    office.people
      .filter((person) => holders.includes(person.id))
      .map(async (person) => ({
        person: person.id,
        sealed: await wrapKey({ privateKey, recipient: person.keys.publicKey, now: office.now() }),
      })),
  );
}

/** The sheet as the desk seals it: every factor, the sum, the policy's tier and the officer's. */
function triageSheet({ triage = {}, codes = {} }: PlannedAct, kind: Kind) {
  const factors = Object.fromEntries(factorsOf(kind).map(({ id }) => [id, triage[id] ?? 0]));
  return {
    policy: TIER_POLICY,
    factors,
    overrides: [],
    score: scoreOf(kind, factors),
    computed: tierOf(kind, factors, []),
    tier: String(codes.tier),
    why: "The points say what the report says.",
    salt: randomId(),
  };
}
