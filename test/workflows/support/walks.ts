import { type Kind, type Region, regionsOf } from "~workflows";
import type { Options } from "./key";

/**
 * The walks that together explore a kind.
 *
 * Shape: `product` multiplies the procedure, with the work that was left, by the four regions that decide whether and how it may end.
 *        `people` adds one person who holds every role, proposals pending, and everything that should be refused. The others take
 *        one region each beside the procedure.
 */
export function walksOf(kind: Kind): readonly (readonly [string, Options])[] {
  const sides = regionsOf(kind).filter((region) => region !== "procedure");
  const pairs = sides.map((region): [Region, Options] => [
    region,
    // A case is archived and on hold in one walk only: what two people may then do begins with a proposal (N02).
    { track: [region], careful: [region], ...(region === "retention" ? { rows: ["N02"] } : {}) },
  ]);
  return [
    ["product", { track: ["statutoryClock", "standing", "conflict", "retention"] }],
    ["people", { track: [], careful: regionsOf(kind), withMany: true }],
    ...pairs,
  ];
}
