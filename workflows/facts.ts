import type { Day, Weekend } from "./days";
import type { Limits } from "./limits";
import type { PersonId, Role } from "./roles";

/** SHA-256 of a sealed item, as 64 lower-case hex characters. */
export type Digest = string;

/** A sealed item that this act brings, as the server sees it: which kind, in which compartment, by whom, readable by how many. */
export type ItemFact = {
  readonly digest: Digest;
  readonly kind: string;
  readonly compartment: "correspondence" | "deliberation" | "identity" | "respondent" | "originals" | "bare";
  /** The person whose signature over the item was verified; null for a reporter's item. */
  readonly signedBy: PersonId | null;
  /** How many people can open the item, by the wraps of its compartment. */
  readonly recipients: number;
};

/** A person of the office whose key is certified and neither expired nor revoked, with the roles that the office key vouches for. */
export type DirectoryFact = { readonly person: PersonId; readonly roles: readonly Role[] };

/** A case that others can be joined to: not joined to another itself, and this case leads none, so that joins are one step deep. */
export type LeadFact = {
  readonly isSelf: boolean;
  readonly isConsolidated: boolean;
  readonly isClosed: boolean;
  readonly leadsOthers: boolean;
};

/** What the service has established about the world at the time of one act. The procedure asks nobody else. */
export type Facts = {
  readonly day: Day;
  readonly items: readonly ItemFact[];
  readonly directory: readonly DirectoryFact[];
  /** People who hold a wrap of this case now. */
  readonly access: readonly PersonId[];
  /** How many of the case's recipients have a valid key. */
  readonly validRecipientKeys: number;
  /** Custodians: people who hold the first half of the reporter's sealed identity, and can pass it to the second person. */
  readonly custodians: readonly PersonId[];
  /** The deadlines that this case runs on, and the office's calendar as far as they need it. */
  readonly limits: Limits;
  readonly holidays: readonly Day[];
  readonly weekend: Weekend;
  /** Whether a key of the case still waits to be renewed after somebody lost access, counting what this act brings. */
  readonly staleKeys: boolean;
  /** SHA-256 of the text that this act makes public, as the service computed it from the text itself; null where it brings none. */
  readonly published: Digest | null;
  /** Whether a text to be published is bound to its proposal. Records from before that are read as they stand. */
  readonly bindsTexts: boolean;
  /** The case that this act names as the one to join; null where it names none or none is known. */
  readonly lead: LeadFact | null;
};
