import { AUTHORITY, O, rowsIn, S } from "../row";

const row = rowsIn("interim");

/** Asking an authority to stop deliveries, maintenance or a renewal while the case runs. */
export const INTERIM_ROWS = [
  row("S101", ["none", "declined"], "interim.recommend", [O], ["G-COI", "G-4E", "G-RAT"], "recommended"),
  row("S102", "recommended", "authority.suspend", AUTHORITY, ["G-ANSWER"], "inForce"),
  row("S103", "recommended", "authority.decline", AUTHORITY, ["G-ANSWER"], "declined"),
  row("S104", "recommended", "deadline.expired", [S], [], "declined"),
  row("S105", "inForce", "interim.lift", [O, ...AUTHORITY], ["G-ANSWER", "G-RAT"], "none"),
];
