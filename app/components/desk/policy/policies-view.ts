import type { Tier } from "~/desk/records";

export type PolicyLine = {
  id: string;
  version: number;
  owner: string;
  source: string;
  reviewBy: string;
  /** The number of the office's own version; 0 while the published one holds. */
  own: number;
  state: "inDate" | "dueSoon" | "past";
};

/** One duty: what holds, and what is published, for the four tiers. */
export type DeadlineRow = { duty: string; spans: string[]; published: string[]; isStatutory: boolean };
export type WeightRow = { factor: string; weight: number; published: number };
export type PolicyChangeRow = { policy: string; number: number; reason: string; by: string; day: string };
export type Choice = { id: string; name: string };

/** A country and region with what can be chosen in it, the weekend there, and what its calendar brings next. */
export type PlaceView = {
  country: string;
  region: string;
  regions: Choice[];
  weekend: readonly number[];
  next: { day: string; name: string }[];
};

/** What the policy page shows. */
export type PoliciesView = {
  today: string;
  mayChange: boolean;
  policies: PolicyLine[];
  deadlines: DeadlineRow[];
  weights: WeightRow[];
  changes: PolicyChangeRow[];
  calendar: { timeZone: string; countries: Choice[]; place: PlaceView };
};

export const TIER_ORDER = ["T1", "T2", "T3", "T4"] as const satisfies readonly Tier[];
