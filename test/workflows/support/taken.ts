import { type CaseEvent, type CaseSnapshot, type Effect, type Kind, type Region, regionsOf } from "~workflows";
import { rowsOf } from "~workflows/rows";
import { nameIn } from "./rows-as-lines";
import { agreedTable, statesAt, type TableLine, targetsOf } from "./table";

/** One step that a machine took. `line` is the line of the agreed tables that allows it; null where none does. */
export type Taken = {
  readonly before: CaseSnapshot;
  readonly event: CaseEvent;
  readonly after: CaseSnapshot;
  readonly effects: readonly Effect[];
  readonly line: TableLine | null;
};

/** Which region's date it is that has passed. */
const REGION_OF_DUTY: Readonly<Record<string, Region>> = {
  urgency: "urgency",
  urgencyRatify: "urgency",
  reporterAnswer: "correspondence",
  protectionIncident: "protection",
  conflictReview: "conflict",
  rewrap: "keys",
  interim: "interim",
  holdReview: "retention",
};

type Index = {
  readonly lines: ReadonlyMap<string, TableLine>;
  readonly led: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, readonly Region[]>;
};
const INDEXES = new Map<Kind, Index>();

/** The agreed lines of a kind by region, state and event, and the events that the procedure leads. */
function indexOf(kind: Kind): Index {
  const known = INDEXES.get(kind);
  if (known) return known;
  const table = agreedTable(kind, nameIn(rowsOf(kind)));
  const keyed = table.flatMap((line) =>
    statesAt(kind, line.from).map((at) => [keyFor(line.region, at, line.event), line] as const),
  );
  const led = new Set(table.flatMap(({ region, event }) => (region === "procedure" ? [event] : [])));
  led.delete("deadline.expired");
  const places = new Map<string, Region[]>();
  for (const { event, region } of table) places.set(event, [...new Set([...(places.get(event) ?? []), region])]);
  const index = { lines: new Map(keyed), led, places };
  INDEXES.set(kind, index);
  return index;
}

const keyFor = (region: string, state: string, event: string) => `${region} ${state} ${event}`;

/** Every (region, state, event, role) that the agreed tables list for acts and for the clock; what only follows is left out. */
export function listedTriples(kind: Kind): string[] {
  const { lines, led } = indexOf(kind);
  return [...lines].flatMap(([at, { region, event, by }]) =>
    region !== "procedure" && led.has(event) ? [] : by.map((role) => `${at} ${role}`),
  );
}

const AT = new Map<string, readonly TableLine[]>();

/** The agreed lines that start from a state of a region. */
export function agreedLinesOf(kind: Kind, region: Region, state: string): readonly TableLine[] {
  const key = `${kind} ${region} ${state}`;
  const lines =
    AT.get(key) ??
    [...indexOf(kind).lines].flatMap(([at, line]) => (at.startsWith(`${region} ${state} `) ? [line] : []));
  AT.set(key, lines);
  return lines;
}

/** The agreed line that lets this role take this event where the case stands; the machine is not asked. */
export function lineFor({ kind, value }: CaseSnapshot, { type, role, codes }: CaseEvent): TableLine | null {
  const { lines, led, places } = indexOf(kind);
  const regions: readonly Region[] = led.has(type)
    ? ["procedure"]
    : type === "deadline.expired"
      ? [REGION_OF_DUTY[String(codes.duty)] ?? "procedure"]
      : (places.get(type) ?? []);
  for (const region of regions) {
    const line = lines.get(keyFor(region, value[region] ?? "", type));
    // What is archived rests, but for its deletion.
    const isResting = value.procedure === "archived" && region !== "retention" && region !== "procedure";
    if (line?.by.includes(role) && !isResting) return line;
  }
  return null;
}

/** The name under which a taken step is counted. */
export function tripleOf({ before, event, line }: Taken): string {
  return line ? `${keyFor(line.region, before.value[line.region] ?? "", event.type)} ${event.role}` : "";
}

/** What one region's step makes another one hear. */
const HEARD = [
  ...["feedback.give", "outcome.communicate", "rewrap.needed", "hold.place", "retention.due"],
  ...["reporter.message", "office.message", "evidence.add", "urgent.flag"],
];

/** The rows that a step took: the one that leads, and those by which other regions followed, one after the other. */
export function rowsTakenBy({ before, event, after, line }: Taken): string[] {
  const { kind } = before;
  const heardNow = HEARD.filter((one) => one !== "retention.due" || event.type === "hold.lift");
  const hear = (region: Region, from: string, heard: readonly string[]) =>
    agreedLinesOf(kind, region, from)
      .filter((next) => heard.includes(next.event))
      .map((next) => ({ row: next.row, to: targetsOf(kind, next, from)[0] ?? "" }));
  const ways = regionsOf(kind).flatMap((region) => {
    const [from, end] = [before.value[region] ?? "", after.value[region]];
    if (from === end) return [];
    return hear(region, from, [event.type, ...heardNow]).flatMap((first) => {
      if (first.to === end) return [first.row];
      return hear(region, first.to, heardNow).flatMap((second) => (second.to === end ? [first.row, second.row] : []));
    });
  });
  return [...(line ? [line.row] : []), ...ways];
}
