import {
  type ActorRole,
  addDays,
  type CaseEvent,
  type CaseSnapshot,
  EVENTS,
  type EventType,
  PUBLISHED_LIMITS,
  type Region,
} from "~workflows";
import { expiriesOn } from "~workflows/expiry";
import type { Move } from "~workflows/moves";
import { movesHere } from "~workflows/obstacles";
import type { Procedure } from "~workflows/procedure";
import { Refusal } from "~workflows/refusal";
import { stepOn } from "~workflows/step";
import { act, DAY, type Told, type Who } from "./cast";
import { CLOCK, type Edge, type Exploration, freeze, MOST, OTHERS, ROLES, UNLISTED } from "./exploration";
import { faultyForms, formsFor } from "./forms";
import { keyOf, MOVING, type Node, type Options } from "./key";
import { declaredCase } from "./main-path";
import { earliestDay, preparationsFor, standFor } from "./preparations";
import { lineFor, rowsTakenBy, type Taken, tripleOf } from "./taken";

/** Walks every reachable case, breadth first, and shows each step that was taken to `visit`. */
export function explore(procedure: Procedure, options: Options, visit: (taken: Taken) => void): Exploration {
  const {
    track,
    careful = [],
    rows: single = [],
    withMany = false,
    limits = PUBLISHED_LIMITS,
    enough = MOST + 1,
  } = options;
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const seen = new Set<string>();
  const [triples, rows, odd, frozen] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  const isTracked = (region: Region) => region === "procedure" || track.includes(region);
  let [taken, refused] = [0, 0];

  const once = (key: string) => !seen.has(key) && seen.add(key) !== undefined;

  function takeEvent({ snapshot, day }: Node, event: CaseEvent): Node | Refusal {
    try {
      const { snapshot: next, effects } = stepOn(procedure, snapshot, event);
      const step: Taken = { before: snapshot, event, after: next, effects, line: lineFor(snapshot, event) };
      taken += 1;
      triples.add(tripleOf(step));
      for (const row of rowsTakenBy(step)) rows.add(row);
      visit(step);
      return { snapshot: next, day: event.facts.day > day ? event.facts.day : day };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
      return error;
    }
  }

  function take(node: Node, [type, who, more]: Told): Node | Refusal {
    const day = more?.day ?? earliestDay(type, node.snapshot.context, node.day);
    const base = act(node.snapshot, type, who, { ...more, day });
    return takeEvent(node, { ...base, facts: { ...base.facts, limits } });
  }

  const queue: string[] = [];
  function reach(node: Node, from: string | null, byReporter: boolean) {
    const to = keyOf(node, options);
    if (from !== null) edges.set(`${from}|${to}|${byReporter}`, { from, to, byReporter });
    if (nodes.has(to) || nodes.size >= enough) return;
    nodes.set(to, { ...node, snapshot: freeze(node.snapshot) });
    queue.push(to);
    if (nodes.size > MOST) throw new Error("Far more cases than expected are reachable.");
  }

  /** Takes a step, after what has to be done before it where it is not open at once. */
  function tryStep(node: Node, from: string, told: Told, role: ActorRole, proposer?: Who): boolean {
    const [type, who, more] = told;
    const full: Told = [type, who, { ...more, role }];
    const first = take(node, full);
    if (!(first instanceof Refusal)) {
      reach(first, from, role === "reporter");
      return true;
    }
    let ready = node;
    const preparations = preparationsFor(type, who, node.snapshot, proposer);
    for (const preparation of preparations) {
      const next = take(ready, preparation);
      if (next instanceof Refusal) return false;
      ready = next;
    }
    const last = preparations.length > 0 ? take(ready, full) : first;
    if (last instanceof Refusal) return false;
    reach(last, from, role === "reporter" || preparations.some(([, by]) => by === "reporter"));
    return true;
  }

  /** A proposal by the one person who holds every role, and could be tempted to answer it. */
  function tryProposals(node: Node, from: string) {
    for (const answer of MOVING) {
      if (node.snapshot.context.proposals[answer]) continue;
      const next = take(node, ["act.propose", "many", { codes: { for: answer } }]);
      if (!(next instanceof Refusal)) reach(next, from, false);
    }
  }

  /** The same step by people who should not, and with forms that miss something. Whatever is taken has to stand before `visit`. */
  function tryFaults(node: Node, from: string, type: EventType, who: Who, role: ActorRole) {
    const [form = {}] = formsFor(type, node.snapshot.context, node.day);
    for (const other of OTHERS) tryStep(node, from, [type, other, form], role);
    tryStep(node, from, [type, who, form], role, who);
    const guards = lineFor(node.snapshot, act(node.snapshot, type, who, { role }))?.guards ?? [];
    for (const faulty of faultyForms(type, who, node.day, guards)) {
      const more = { ...form, ...faulty, codes: { ...form.codes, ...faulty.codes } };
      tryStep(node, from, [type, who, more], role);
    }
  }

  function tryMove(node: Node, from: string, { row }: Move) {
    const { value, context } = node.snapshot;
    const here = `${value.procedure} ${track.length === 1 && track.map((region) => value[region])} ${value[row.region]} ${row.id}`;
    for (const role of row.by) {
      const isCareful = careful.includes(row.region) || single.includes(row.id);
      const isNew = isCareful && once(`${here} ${role}`);
      const changes = isTracked(row.region) && row.to !== "@same" && row.to !== value[row.region];
      if (!isNew && !changes) continue;
      const who = standFor(role, row.event, context);
      for (const form of formsFor(row.event, context, node.day)) {
        tryStep(node, from, [row.event, who, form], role);
        if (withMany && who !== "many") tryMany(node, from, [row.event, "many", form], role);
      }
      if (isNew && once(`faults ${value[row.region]} ${row.id} ${role}`)) tryFaults(node, from, row.event, who, role);
    }
  }

  /** One person who holds every role may do everything that one person can. */
  function tryMany(node: Node, from: string, [type, who, form]: Told, role: ActorRole) {
    if (role === "liaison" || role === "administrator") return;
    tryStep(node, from, [type, who, form], role);
    if (type === "investigator.assign")
      tryStep(node, from, [type, "omar", { codes: { person: act(node.snapshot, type, "many").actor } }], role);
  }

  /** Every event of the clock for a duty, on its last day and after it. */
  function tryEarly(node: Node, duty: string, due: string, after: string) {
    for (const type of CLOCK) {
      for (const day of [due, after]) take(node, [type, "system", { codes: { duty, due }, day }]);
    }
  }

  function tryClock(node: Node, from: string) {
    const { context, value } = node.snapshot;
    for (const [duty, due] of Object.entries(context.dues)) {
      const after = addDays(due, 1);
      const day = after > node.day ? after : node.day;
      const expiry = expiriesOn(procedure, node.snapshot, day).find((one) => one.duty === duty);
      const isHeld = duty === "closed" && (value.retention === "onHold" || value.protection === "incidentOpen");
      if (!expiry) {
        if (!isHeld) frozen.add(`${value.procedure} ${duty}`);
        continue;
      }
      const isSelf = expiry.event === "deadline.missed" || expiry.event === "clock.reminder";
      const isNew = careful.length > 0 && once(`${value.procedure} ${duty}`);
      if (isSelf && !isNew) continue;
      const next = take(node, [expiry.event, "system", { codes: expiry.codes, day }]);
      if (next instanceof Refusal) frozen.add(`${value.procedure} ${duty}`);
      else reach(next, from, false);
      if (isNew) tryEarly(node, duty, due, day);
    }
  }

  /** Every event in every role on the first case met in a state: what the tables do not list has to be refused. */
  function tryEverything(node: Node) {
    const { value, context } = node.snapshot;
    for (const role of ROLES) {
      const who = role === "system" || role === "reporter" ? role : standFor(role, "case.note", context);
      const said = act(node.snapshot, "case.note", who, { role, codes: { duty: value.procedure }, day: node.day });
      for (const type of EVENTS) {
        const event = { ...said, type };
        if (lineFor(node.snapshot, event)) continue;
        const result = takeEvent(node, event);
        if (!(result instanceof Refusal) || UNLISTED.includes(result.rule)) continue;
        odd.add(`${value.procedure} ${type} ${role}: ${result.rule}`);
      }
    }
  }

  const start: CaseSnapshot = options.start ?? declaredCase(procedure.kind);
  reach({ snapshot: start, day: DAY }, null, false);
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    const node = nodes.get(from);
    if (!node) continue;
    const { value, context } = node.snapshot;
    const isFirst = ["procedure" as Region, ...track].some((region) =>
      once(`${region} ${value[region]} in ${value.procedure}`),
    );
    if (isFirst && careful.length > 0 && !options.isNear) tryEverything(node);
    for (const move of movesHere(procedure, context)) if (!CLOCK.includes(move.row.event)) tryMove(node, from, move);
    if (withMany) tryProposals(node, from);
    tryClock(node, from);
  }
  return { nodes, edges: [...edges.values()], triples, rows, odd, frozen, taken, refused };
}
