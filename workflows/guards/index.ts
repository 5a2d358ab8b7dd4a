import { G_ACTOR, G_COI, G_UNDECLARED } from "./actor";
import type { Guard } from "./check";
import { G_CT, G_CUSTODIAN, G_KEY, G_TARGET } from "./keys";
import { G_MESSAGE, G_NOTE, G_NOTICE, G_RAT } from "./record";
import { G_FACT, G_MIN, G_NEWTIER, G_TIER } from "./triage";
import { G_4E, G_FRESH } from "./two-persons";
import { G_ONCE, G_WIN, G_WINOVER } from "./window";

/** Every guard of the procedure, once, under the name that the published tables use. */
export const GUARDS = {
  "G-ACTOR": G_ACTOR,
  "G-COI": G_COI,
  "G-UNDECLARED": G_UNDECLARED,
  "G-4E": G_4E,
  "G-FRESH": G_FRESH,
  "G-RAT": G_RAT,
  "G-NOTICE": G_NOTICE,
  "G-MESSAGE": G_MESSAGE,
  "G-NOTE": G_NOTE,
  "G-FACT": G_FACT,
  "G-NEWTIER": G_NEWTIER,
  "G-TIER": G_TIER,
  "G-MIN": G_MIN,
  "G-KEY": G_KEY,
  "G-TARGET": G_TARGET,
  "G-CT": G_CT,
  "G-CUSTODIAN": G_CUSTODIAN,
  "G-WIN": G_WIN,
  "G-WINOVER": G_WINOVER,
  "G-ONCE": G_ONCE,
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof GUARDS;
export type Guards = Readonly<Record<GuardName, Guard>>;
