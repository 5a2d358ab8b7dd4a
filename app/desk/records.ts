import type { CompartmentType } from "~crypto/compartments";
import type { BlockedAct, CaseSnapshot, Milestone, OpenAct } from "~workflows";
import type { Tier } from "~workflows/codes";
import type { EventType } from "~workflows/events";
import type { Region } from "~workflows/regions";
import type { Channel, Kind, Role } from "~workflows/roles";
import type { StateId } from "~workflows/states";
import type { Kdf } from "./new-person";

export type { BlockedAct, Channel, EventType, Kind, OpenAct, Region, Role, StateId, Tier };

/** The signed-in person, with their own key as it is stored: locked. */
export type Me = {
  person: string;
  name: string;
  displayName: string;
  roles: Role[];
  state: string;
  fingerprint: string;
  publicKey: string;
  lockedKey: string;
  salt: string;
  kdf: Kdf;
  /** Where this key ends by its own date, soon or already. */
  keyEnd?: KeyEnd | null;
  /** Keys that this person left and still needs, locked like the present one. */
  oldKeys?: { fingerprint: string; lockedKey: string }[];
  /** A key that waits for its certification, locked like the present one. */
  nextKey?: { fingerprint: string; lockedKey: string; day: string } | null;
};

/** A line of the directory that the office ended, with its signed word until when it counted. */
export type FormerLine = {
  person: string;
  publicKey: string;
  fingerprint: string;
  entry: string;
  entrySignature: string;
  ending: string;
  endingSignature: string;
};

/** One certified person of the office. */
export type Colleague = {
  person: string;
  displayName: string;
  roles: Role[];
  publicKey: string;
  fingerprint: string;
  entry: string;
  entrySignature: string;
};

/** What every desk page stands on. */
export type Desk = {
  me: Me;
  office: { name: string; fingerprint: string; publicKey: string; demonstration: boolean; today?: string };
  directory: Colleague[];
  former?: FormerLine[];
  officeKeyWrap: string | null;
  today: string;
  /** How many questions before a report wait for an answer of this person or somebody beside them. */
  questions: number;
};

export type QueueRow = {
  case: string;
  reference: string;
  kind: Kind;
  channel: Channel;
  state: StateId;
  tier: Tier | null;
  urgent: boolean;
  dueDay: string | null;
  duty: string | null;
  unread: number;
  createdDay: string;
};

export type Queue = {
  rows: QueueRow[];
  next: string | null;
  counts: { late: number; thisWeek: number; fresh: number; waiting: number };
};

export type CaseCompartment = {
  id: string;
  type: CompartmentType;
  epoch: number;
  publicKey: string;
  fingerprint: string;
  /** True once somebody lost access: what follows needs a new epoch, which the next colleague's browser makes. */
  stale: boolean;
  wrap: string | null;
  /** For the reporter's identity: the first of two layers, which this person can take off, and who takes off the second. */
  outer: { sealed: string; second: string } | null;
  holders: string[];
};

/** One sealed item as the server keeps it. `reply` is the copy made for a reporter who wrote by bare OpenPGP. */
export type CaseItem = {
  id: string;
  compartment: string;
  seq: number;
  kind: string;
  author: string;
  armored: string;
  digest: string;
  day: string;
  reply: string | null;
};

/** One signed entry of the case's chain; `text` is the canonical JSON that the signature covers. */
export type CaseAct = {
  seq: number;
  event: EventType;
  actor: string;
  role: Role | "reporter" | "system";
  day: string;
  text: string;
  digest: string;
  signature: string | null;
};

/** What a person is given of a case: the office's people all of it, an authority's contact what is put to the authority. */
export type Scope = "case" | "respondent";

export type CaseRecord = {
  case: string;
  /** How much of the case this is. */
  scope?: Scope;
  reference: string;
  kind: Kind;
  channel: Channel;
  state: StateId;
  tier: Tier | null;
  urgent: boolean;
  version: number;
  snapshot: CaseSnapshot;
  createdDay: string;
  today: string;
  itemCount: number;
  /** The public key behind the reporter's receipt; null for a report that came as a bare OpenPGP message. */
  receiptKey: string | null;
  dues: { duty: string; day: string }[];
  compartments: CaseCompartment[];
  items: CaseItem[];
  /** The chain from its start; for an authority's contact their own acts, and those that name the keys they hold. */
  acts: CaseAct[];
  /** The end of the chain, for those who are not given all of it. */
  last?: Pick<CaseAct, "seq" | "digest" | "day"> | null;
  members: { person: string; scope?: Scope }[];
  /** People on the case to whose key nothing new can be sealed, and whether fewer than two are left who can read what comes. */
  unusable?: string[];
  tooFewReaders?: boolean;
  milestones: readonly Milestone[];
  /** What was made public of the case, by its number among the published texts. */
  published?: { number: number; kind: string; digest: string }[];
  open: OpenAct[];
  blocked: BlockedAct[];
  /** True where another version of the procedure wrote the case: it can be read here, and nothing can be done in it. */
  readOnly?: boolean;
  /** The newest version of the deadlines, to which the case can go over. */
  newestPolicy: string;
  /** The case that this one is joined to. */
  lead: { reference: string } | null;
  /** How many cases are joined to this one. */
  isLead: number;
};

/** The last day on which something can be sealed to a key. */
export type KeyEnd = { day: string; isOver: boolean };

export type TeamPerson = {
  person: string;
  displayName: string;
  name: string;
  roles: Role[];
  state: "active" | "joined" | "left" | string;
  fingerprint: string;
  publicKey: string;
  /** The line of the directory as the office signed it; empty for somebody who waits. */
  entry: string;
  holdsOfficeKey: boolean;
  /** Where the key ends by its own date, soon or already. */
  keyEnd?: KeyEnd | null;
  /** The key that the person made to follow this one; administrators see it. */
  next: {
    publicKey: string;
    fingerprint: string;
    statement: string;
    signature: string;
    reason: "superseded" | "compromised";
  } | null;
};

export type Team = {
  people: TeamPerson[];
  /** Cases of the reader's own that wait for new keys since somebody lost access. */
  waiting: { case: string; reference: string }[];
  invitations: { id: string; displayName: string; roles: Role[]; expiresDay: string }[];
};
