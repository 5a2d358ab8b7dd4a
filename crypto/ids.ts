/** 128 random bits as 32 lower-case hex characters. Random, so that an id says nothing about order or time. */
export type CaseId = string;
export type PersonId = string;
export type ItemId = string;
export type PartId = string;

/** An OpenPGP v4 fingerprint, 40 lower-case hex characters. */
export type Fingerprint = string;

/** SHA-256 as 64 lower-case hex characters. */
export type Digest = string;

/** A UTC calendar day, "YYYY-MM-DD". */
export type Day = string;

export type Role = "intake" | "investigator" | "ombudsperson" | "reviewer" | "liaison" | "administrator";
