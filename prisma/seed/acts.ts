import { factorsOf, scoreOf, TIER_POLICY, tierOf } from "~/desk/tier-policy";
import type { readCase } from "~/services/read-case.server";
import { type Act, signAct } from "~crypto/acts";
import { randomId, sha256Hex } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { openWrap, wrapKey } from "~crypto/wraps";
import type { Kind } from "~workflows";
import type { SeedOffice, SeedPerson } from "./people";

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
  /** Puts somebody on the case: every key is wrapped to them. */
  grant?: SeedPerson;
}

/** Performs one act with real keys: seals, wraps, signs, sends. */
export async function perform(office: SeedOffice, me: SeedPerson, caseId: string, plan: PlannedAct) {
  const file = await me.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
  const now = office.now();
  const holders = latest(file, "correspondence")?.holders ?? [];
  const compartments: {
    id: string;
    type: string;
    epoch: number;
    publicKey: string;
    fingerprint: string;
    wraps: { person: string; sealed: string }[];
  }[] = [];
  if (!latest(file, "deliberation") && texts(plan, file.kind).some(([, , type]) => type === "deliberation")) {
    const key = await generateCompartmentKey({ now });
    const wraps = await wrapTo(office, key.privateKey, holders);
    compartments.push({
      id: randomId(),
      type: "deliberation",
      epoch: 1,
      publicKey: key.publicKey,
      fingerprint: key.fingerprint,
      wraps,
    });
  }
  const items: { id: string; compartment: string; seq: number; kind: string; armored: string; digest: string }[] = [];
  const planned = texts(plan, file.kind);
  for (const [kind, body, type] of planned) {
    const to = latest(file, type) ?? compartments.find((entry) => entry.type === type);
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
  const codes = { ...plan.codes };
  if (plan.grant) codes.person = plan.grant.id;
  const sheet = planned.find(([kind]) => kind === "triage")?.[1];
  if (sheet) codes.commitment = await sha256Hex(canonicalJson(sheet));
  if (
    file.snapshot.context.proposal &&
    codes.proposal === undefined &&
    /approve|discard|confirm|reopen$|issue/.test(plan.event)
  )
    codes.proposal = file.snapshot.context.proposal.digest;
  if (compartments.length > 0) codes.keys = compartments.map((entry) => entry.fingerprint);
  const last = file.acts.at(-1);
  const act: Act = {
    v: 1,
    case: caseId,
    seq: file.acts.length,
    event: plan.event,
    codes,
    itemDigests: items.map((item) => item.digest),
    prevAct: last?.digest ?? "",
    day: file.today,
    actor: me.id,
    role:
      plan.role ??
      (file.open.find((open) => open.event === plan.event)?.role as Act["role"] | undefined) ??
      me.roles[0] ??
      "intake",
  };
  return me.client.call<{ version: number; state: string }>("POST", `/api/v1/cases/${caseId}/acts`, {
    act,
    signature: await signAct(act, me.keys.privateKey, now),
    version: file.version,
    items: items.map(({ digest: _digest, ...item }) => item),
    compartments,
    wraps: plan.grant ? await wrapsFor(office, me, file, plan.grant) : [],
    parts: [],
  });
}

function texts(plan: PlannedAct, kind: CaseFile["kind"]) {
  const of = (kind: string, text: string | undefined, type: "correspondence" | "deliberation") =>
    text === undefined ? [] : [[kind, { text }, type] as const];
  return [
    ...of("message", plan.message, "correspondence"),
    ...of("notice", plan.notice, "correspondence"),
    ...of("rationale", plan.rationale, "deliberation"),
    ...of("findings", plan.findings, "deliberation"),
    ...of("decision", plan.decision, "deliberation"),
    ...of("note", plan.note, "deliberation"),
    ...(plan.triage ? [["triage", triageSheet(plan, kind as Kind), "deliberation"] as const] : []),
  ];
}

function latest(file: CaseFile, type: string) {
  return file.compartments.filter((compartment) => compartment.type === type).at(-1);
}

async function wrapsFor(office: SeedOffice, me: SeedPerson, file: CaseFile, to: SeedPerson) {
  const wraps = [];
  for (const { id, wrap: sealed, fingerprint, holders } of file.compartments) {
    if (!sealed || holders.includes(to.id)) continue;
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
