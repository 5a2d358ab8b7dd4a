import type { RefusalRule } from "~workflows/refusal";
import type { SideRegion } from "~workflows/regions";
import { actKey, stepOf } from "./act-key";
import { isPressing, type Place, placeOf, placeOfAct } from "./act-places";
import type { CaseRecord, EventType, OpenAct } from "./records";

/** Acts that stand together under one heading; `isOpen` where the page shows them unfolded. */
export type ActGroup = { id: Exclude<Place, "main">; acts: OpenAct[]; isOpen: boolean };

/**
 * The open acts as the case page shows them, each once.
 *
 * Shape: `first` is what the rest waits for, `second` what somebody else proposed, `pressing` what does not wait, `main` the
 *        steps of the procedure, `everyday` what people do most, `groups` all the rest, region by region.
 */
export type ActLists = {
  first: OpenAct[];
  second: OpenAct[];
  pressing: ActGroup[];
  main: OpenAct[];
  everyday: OpenAct[];
  groups: ActGroup[];
};

/** A clear conscience comes first: before it, the procedure refuses most other steps. Who has none says so at the same place. */
const FIRST: readonly EventType[] = ["conflict.declareNone", "conflict.declare"];
const EVERYDAY: readonly EventType[] = ["office.message", "case.note", "access.grant"];

/** The order of the groups: what concerns the reporter first, what concerns the record last. */
const GROUPS: readonly (SideRegion | "always")[] = [
  "urgency",
  "protection",
  "standing",
  "correspondence",
  "statutoryClock",
  "evidence",
  "interim",
  "conflict",
  "keys",
  "retention",
  "always",
];

/** Where to go when a rule stands in the way of a step of the procedure. */
const HELPS: Partial<Record<RefusalRule, SideRegion | "always">> = {
  evidenceNotSealed: "evidence",
  incidentOpen: "protection",
  notIdentitySafe: "always",
};

type Listed = Pick<CaseRecord, "kind" | "open" | "blocked" | "snapshot" | "newestPolicy">;

/** Sorts what is open into what the page shows. */
export function listActs(record: Listed): ActLists {
  const left = openOnce(record);
  const take = (fits: (act: OpenAct) => boolean) => {
    const taken = left.filter(fits);
    for (const act of taken) left.splice(left.indexOf(act), 1);
    return taken;
  };
  const place = (act: OpenAct) => placeOfAct(record.kind, act);
  const isUndeclared = left.some(({ event }) => event === "conflict.declareNone");
  const first = isUndeclared
    ? inOrder(
        FIRST,
        take(({ event }) => FIRST.includes(event)),
      )
    : [];
  const second = take(({ needs }) => needs.includes("proposal"));
  const ofGroup = (id: ActGroup["id"]) => take((act) => place(act) === id).sort((a, b) => rank(a) - rank(b));
  const pressing = GROUPS.filter((id) => id !== "always" && isPressing(record, id)).map((id) => ({
    id,
    acts: ofGroup(id),
    isOpen: true,
  }));
  const main = take((act) => place(act) === "main").sort((a, b) => Number(!!a.for) - Number(!!b.for));
  const everyday = inOrder(
    EVERYDAY,
    take(({ event }) => EVERYDAY.includes(event)),
  );
  const helpful = record.blocked
    .filter(({ event }) => placeOf(record.kind, event) === "main")
    .map(({ rule }) => HELPS[rule]);
  const groups = GROUPS.map((id) => ({ id, acts: ofGroup(id), isOpen: helpful.includes(id) }));
  const isFull = ({ acts }: ActGroup) => acts.length > 0;
  return { first, second, pressing: pressing.filter(isFull), main, everyday, groups: groups.filter(isFull) };
}

/** Each act once. Going over to the rules that the case is on already is no step. */
function openOnce({ open, snapshot, newestPolicy }: Listed): OpenAct[] {
  const isNew = ({ event }: OpenAct) => event !== "policy.rebase" || newestPolicy !== snapshot.context.policy;
  const isFirst = (act: OpenAct, index: number) => open.findIndex((one) => actKey(one) === actKey(act)) === index;
  return open.filter((act, index) => isNew(act) && isFirst(act, index));
}

/** What moves something comes first, and what is done comes before what is only proposed. */
function rank(act: OpenAct): number {
  return act.for ? 2 : act.moves ? 0 : 1;
}

function inOrder(events: readonly EventType[], acts: OpenAct[]): OpenAct[] {
  return [...acts].sort((a, b) => events.indexOf(a.event) - events.indexOf(b.event));
}

/** Steps that this person proposed and that wait for somebody else. */
export function proposedBy({ snapshot }: Pick<CaseRecord, "snapshot">, person: string): EventType[] {
  const proposals = Object.entries(snapshot.context.proposals);
  return [...new Set(proposals.filter(([, { by }]) => by === person).map(([answer]) => answer as EventType))];
}

/** Whether a proposal would take the place of one that waits already. */
export function isReplacing({ snapshot }: Pick<CaseRecord, "snapshot">, act: Pick<OpenAct, "event" | "for">): boolean {
  return act.for !== undefined && snapshot.context.proposals[stepOf(act)] !== undefined;
}
