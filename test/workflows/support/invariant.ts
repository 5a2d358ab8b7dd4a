import type { ActorId, ItemFact, Region } from "~workflows";
import type { Taken } from "./taken";

/** What must hold on every step, said without the help of the machine's guards. True means that the step is in order. */
export type Invariant = (taken: Taken) => boolean;
export type Invariants = Readonly<Record<string, Invariant>>;

export const isStaff = (actor: ActorId) => actor !== "reporter" && actor !== "system";

/** Whether this step brought the region into the state. */
export function entered({ before, after }: Taken, region: Region, state: string): boolean {
  return before.value[region] !== state && after.value[region] === state;
}

export const attests = ({ event }: Taken, code: string) =>
  Array.isArray(event.codes.attest) && event.codes.attest.includes(code);

/** The reasons that a person gave with this step: signed, readable by at least two, in the deliberation or, by an authority, in its answer. */
export function reasonsOf({ event }: Taken): ItemFact | null {
  const kinds = ["rationale", "findings", "decision"];
  const isReasons = ({ kind, compartment }: ItemFact) =>
    event.role === "liaison" ? compartment === "respondent" : kinds.includes(kind) && compartment === "deliberation";
  const { items } = event.facts;
  return items.find((item) => isReasons(item) && item.signedBy === event.actor && item.recipients > 1) ?? null;
}

/** Whether the agreed tables put this guard before the step; what the guard means is said here a second time. */
export const needs = ({ line }: Taken, guard: string) => line?.guards.includes(guard) ?? false;
export const tells = ({ event }: Taken) =>
  event.facts.items.some(({ kind, compartment }) => kind === "notice" && compartment === "correspondence");
