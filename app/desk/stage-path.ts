import { describe } from "~workflows/outline";
import type { CaseRecord, StateId } from "./records";

type Standing = Pick<CaseRecord, "kind" | "state" | "snapshot">;

/** The stages that the case page shows: the main path, with a side state put after the one that it was left from. */
export function stagePath(record: Standing): { stages: StateId[]; here: number } {
  const { mainPath } = describe(record.kind);
  const path: StateId[] = mainPath.filter((state) => state !== "submitted");
  const isSide = !path.includes(record.state);
  const stages = isSide ? path.toSpliced(path.indexOf(originOf(record)) + 1, 0, record.state) : path;
  return { stages, here: stages.indexOf(record.state) };
}

/** The state of the main path that a side state belongs behind: the one work that was left, else where the tables lead in from. */
function originOf({ kind, state, snapshot }: Standing): StateId {
  const { workOrigin, returnTo } = snapshot.context;
  const { mainPath, regions } = describe(kind);
  const moves = regions.find(({ id }) => id === "procedure")?.transitions ?? [];
  let side: string = state === "closureReview" && returnTo ? returnTo : state;
  // Side states follow on each other at most a few times before the main path is met.
  for (let step = 0; step < 5; step += 1) {
    const sources = [...new Set(moves.filter(({ from, to }) => to === side && from !== side).map(({ from }) => from))];
    const main = mainPath.filter((each) => sources.includes(each));
    const left = main.find((each) => each === workOrigin) ?? main[0];
    if (left) return left;
    side = sources[0] ?? "";
  }
  return "submitted";
}
