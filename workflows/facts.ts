import type { Day } from "./days";
import type { PersonId, Role } from "./roles";

/** SHA-256 of a sealed item, as 64 lower-case hex characters. */
export type Digest = string;

/** A sealed item that this act brings, as the server sees it: which kind, in which compartment, by whom, readable by how many. */
export type ItemFact = {
  readonly digest: Digest;
  readonly kind: string;
  readonly compartment: "correspondence" | "deliberation" | "identity" | "respondent" | "bare";
  /** The person whose signature over the item was verified; null for a reporter's item. */
  readonly signedBy: PersonId | null;
  /** How many people can open the item, by the wraps of its compartment. */
  readonly recipients: number;
};

/** A person of the office whose key is certified and neither expired nor revoked, with the roles that the office key vouches for. */
export type DirectoryFact = { readonly person: PersonId; readonly roles: readonly Role[] };

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
};
