import { type Region, regionsOf, statesOfRegion } from "~workflows/regions";
import type { CaseRecord } from "./records";

/** Regions that are told even where nothing has happened in them yet. */
const ALWAYS_TOLD: readonly Region[] = ["statutoryClock", "evidence", "protection"];

/** The regions beside the procedure that the page tells, with where they stand. */
export function besideOf({
  kind,
  snapshot,
}: Pick<CaseRecord, "kind" | "snapshot">): { region: Region; state: string }[] {
  const places: { readonly [region in Region]?: string } = snapshot.value;
  return regionsOf(kind).flatMap((region) => {
    const state = places[region];
    const isStart = state === statesOfRegion(kind, region)[0];
    if (region === "procedure" || !state || (isStart && !ALWAYS_TOLD.includes(region))) return [];
    return [{ region, state }];
  });
}
