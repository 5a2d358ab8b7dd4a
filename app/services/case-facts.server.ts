import { now, today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { requireRecipientKey } from "~crypto/recipients";
import {
  type CaseSnapshot,
  type Facts,
  type ItemFact,
  type LeadFact,
  type Limits,
  PUBLISHED_LIMITS,
  type Role,
} from "~workflows";
import { calendarOf } from "./calendar.server";
import { currentPolicy, policyAt } from "./policy/current-policy.server";

/** What an act says about itself that facts depend on: the case it names to join, and the compartments whose keys it renews. */
export interface Asking {
  lead?: string | null;
  renewed?: readonly string[];
  /** The deadlines that the case goes over to by this very act. */
  policy?: string | null;
  /** The digest of the text that this act makes public, computed from the text. */
  published?: string | null;
}

/** What the procedure may know about a case besides its own snapshot, established by this service. */
export async function establishFacts(
  caseId: string,
  items: readonly ItemFact[] = [],
  grants: readonly string[] = [],
  { lead = null, renewed = [], policy = null, published = null }: Asking = {},
): Promise<Facts> {
  const [office, found] = await Promise.all([readOffice(), findCase(caseId)]);
  const access = found?.accesses ?? [];
  const inside = access.filter(({ scope }) => scope === "case").map((row) => row.personId);
  const joined = lead ?? found?.joined ?? null;
  return {
    ...office.facts,
    limits: await limitsOf(policy ?? found?.policy ?? null),
    items,
    access: access.map((row) => row.personId),
    validRecipientKeys: countValid(office.facts, [...inside, ...grants]),
    custodians: found?.wraps.map((row) => row.personId) ?? [],
    staleKeys: found?.stale.some((type) => !renewed.includes(type)) ?? false,
    lead: joined ? await leadFact(caseId, joined) : null,
    published,
    bindsTexts: true,
  };
}

/** The facts of a case that is only just arriving: it has no id yet and nobody on it. Gives the policy that it starts with besides. */
export async function establishFirstFacts(items: readonly ItemFact[] = [], recipients: readonly string[] = []) {
  const [office, policy] = await Promise.all([readOffice(), currentPolicy("deadlines")]);
  const facts: Facts = {
    ...office.facts,
    limits: policy.entries,
    items,
    access: [],
    validRecipientKeys: countValid(office.facts, recipients),
    custodians: [],
    staleKeys: false,
    lead: null,
    published: null,
    bindsTexts: true,
  };
  return { facts, policy: policy.version, staff: office.staff, timeZone: office.timeZone };
}

/** The office's people, those of them whose keys can be used, and its calendar. */
async function readOffice() {
  const db = database();
  const [staff, office] = await Promise.all([
    db.person.findMany({ where: { state: "active" }, orderBy: { displayName: "asc" } }),
    db.office.findFirstOrThrow({
      select: { publicKey: true, country: true, region: true, timeZone: true, weekend: true },
    }),
  ]);
  const { today: day, holidays, weekend } = await calendarOf(office);
  const directory: Facts["directory"][number][] = [];
  for (const person of staff) {
    if (!(await hasValidKey(person, office.publicKey))) continue;
    directory.push({ person: person.id, roles: JSON.parse(person.roles) as Role[] });
  }
  return { staff, timeZone: office.timeZone, facts: { day, holidays, weekend, directory } };
}

function countValid({ directory }: Pick<Facts, "directory">, people: readonly string[]): number {
  return directory.filter(({ person }) => people.includes(person)).length;
}

/** The reporter's own identity key is nobody's to renew, and bare messages have none. */
export const RENEWABLE = ["correspondence", "deliberation", "respondent"];

async function findCase(id: string) {
  const found = await database().case.findUnique({
    where: { id },
    select: {
      snapshot: true,
      accesses: { select: { personId: true, scope: true } },
      wraps: { where: { layer: 2 }, select: { personId: true } },
      compartments: { select: { type: true, stale: true }, orderBy: { epoch: "asc" } },
    },
  });
  if (!found) return null;
  const { context } = JSON.parse(found.snapshot) as Partial<Pick<CaseSnapshot, "context">>;
  const newest = new Map(found.compartments.map(({ type, stale }) => [type, stale]));
  const stale = RENEWABLE.filter((type) => newest.get(type));
  return { ...found, stale, policy: context?.policy ?? null, joined: context?.lead ?? null };
}

const limits = new Map<string, Limits>();

/** A version never changes once it is made, so each is read once. */
async function limitsOf(version: string | null): Promise<Limits> {
  if (version === null) return (await currentPolicy("deadlines")).entries;
  const known = limits.get(version);
  if (known) return known;
  // A case of a version that nobody knows any more goes on by what is published, never without a clock.
  const read = await policyAt(version).then(
    ({ entries }) => entries,
    () => PUBLISHED_LIMITS,
  );
  limits.set(version, read);
  return read;
}

async function leadFact(caseId: string, leadId: string): Promise<LeadFact | null> {
  const db = database();
  const lead = await db.case.findUnique({ where: { id: leadId }, select: { state: true, leadId: true } });
  if (!lead) return null;
  const joinedToThis = await db.case.findFirst({ where: { leadId: caseId }, select: { id: true } });
  return {
    isSelf: leadId === caseId,
    isConsolidated: lead.leadId !== null,
    isClosed: ["closed", "archived", "purged"].includes(lead.state),
    leadsOthers: joinedToThis !== null,
  };
}

const checked = new Map<string, boolean>();

/** A key's certification does not change within a day, so one check a day and key is enough. */
async function hasValidKey(
  person: { fingerprint: string; publicKey: string },
  officePublicKey: string,
): Promise<boolean> {
  const key = `${today()} ${person.fingerprint} ${person.publicKey.length}`;
  const known = checked.get(key);
  if (known !== undefined) return known;
  const valid = await requireRecipientKey({ publicKey: person.publicKey, officePublicKey, now: now() }).then(
    () => true,
    () => false,
  );
  if (checked.size > 2000) checked.clear();
  checked.set(key, valid);
  return valid;
}
