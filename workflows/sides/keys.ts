import { A, I, O, rowsIn, S, T, V } from "../row";

const row = rowsIn("keys");

/** The case's keys: renewed when somebody leaves, and an incident where one may be in the wrong hands. */
export const KEY_ROWS = [
  row("S81", ["current", "rewrapPending"], "key.rotate", [T, I, O, V], ["G-COI"], "rewrapPending"),
  row("S82", ["current", "rewrapPending"], "rewrap.needed", [S], [], "rewrapPending"),
  row("S82a", "keyIncident", "rewrap.needed", [S], [], "keyIncident"),
  row("S83", ["current", "rewrapPending"], "key.compromised", [T, I, O, V, A], [], "keyIncident"),
  row("S84", "rewrapPending", "key.rewrapped", [T, O], ["G-COI", "G-REWRAP"], "current"),
  row("S85", "rewrapPending", "deadline.expired", [S], [], "rewrapPending"),
  row("S86", "keyIncident", "key.revoke", [A, O], ["G-COI", "G-4E"], "rewrapPending"),
];
