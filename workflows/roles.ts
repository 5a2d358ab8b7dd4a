/** The office's roles. `liaison` is an authority's contact; `administrator` runs the machine and has no part in any case. */
export const ROLES = ["intake", "investigator", "ombudsperson", "reviewer", "liaison", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Whoever can cause an event: a person in a role, the reporter, or the sweep that turns due dates into events. */
export type ActorRole = Role | "reporter" | "system";

/** A person of the office, as 32 lower-case hex characters. */
export type PersonId = string;
/** The acting party: a person's id, or one of the two parties that sign nothing. */
export type ActorId = PersonId | "reporter" | "system";

export const KINDS = ["tip", "grievance", "complaint"] as const;
export type Kind = (typeof KINDS)[number];

/** How a report came: sealed in the reporter's browser, or as a bare OpenPGP message made elsewhere. */
export const CHANNELS = ["browser", "armored"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Roles that can hold a case's keys. The liaison reads only packages made for the authority, the administrator nothing. */
export const CASE_ROLES = ["intake", "investigator", "ombudsperson", "reviewer"] as const satisfies readonly Role[];

export function isCaseRole(value: unknown): value is (typeof CASE_ROLES)[number] {
  return CASE_ROLES.some((role) => role === value);
}
