import type { CompartmentType } from "~crypto/compartments";
import type { BlockedAct, CaseSnapshot, Milestone, OpenAct } from "~workflows";
import type { Tier } from "~workflows/codes";
import type { EventType } from "~workflows/events";
import type { Channel, Kind, Role } from "~workflows/roles";
import type { StateId } from "~workflows/states";
import type { Kdf } from "./new-person";

export type { BlockedAct, Channel, EventType, Kind, OpenAct, Role, StateId, Tier };

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
  office: { name: string; fingerprint: string; publicKey: string; demonstration: boolean };
  directory: Colleague[];
  officeKeyWrap: string | null;
  today: string;
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

export type CaseRecord = {
  case: string;
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
  acts: CaseAct[];
  members: { person: string }[];
  milestones: readonly Milestone[];
  open: OpenAct[];
  blocked: BlockedAct[];
};

export type TeamPerson = {
  person: string;
  displayName: string;
  name: string;
  roles: Role[];
  state: "active" | "joined" | string;
  fingerprint: string;
  publicKey: string;
};

export type Team = {
  people: TeamPerson[];
  invitations: { id: string; displayName: string; roles: Role[]; expiresDay: string }[];
};
