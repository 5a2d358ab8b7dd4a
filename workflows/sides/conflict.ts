import { I, L, O, R, rowsIn, S, T, V } from "../row";

const row = rowsIn("conflict");

/** Conflicts of interest: declared by the person, or alleged and decided by two others, each allegation by itself. A recused person is out at once. */
export const CONFLICT_ROWS = [
  row("S71", "clear", "conflict.declare", [T, I, O, V, L], [], "clear", {
    changes: ["recuse"],
    raises: ["rewrap.needed"],
  }),
  row("S72", "inReview", "conflict.declare", [T, I, O, V, L], [], "inReview", {
    changes: ["recuse"],
    raises: ["rewrap.needed"],
  }),
  row("S73", ["clear", "inReview"], "conflict.allege", [R, T, I, O, V], ["G-NAMED"], "inReview", {
    changes: ["allege"],
    raises: ["reporter.message"],
  }),
  row("S74", "inReview", "conflict.uphold", [V, O], ["G-COI", "G-ALLEGATION", "G-UNALLEGED", "G-4E"], "@rest", {
    changes: ["recuseAlleged"],
    raises: ["rewrap.needed"],
  }),
  row("S75", "inReview", "conflict.dismiss", [O], ["G-COI", "G-ALLEGATION", "G-UNALLEGED", "G-4E", "G-RAT"], "@rest", {
    changes: ["dropAllegation"],
  }),
  row("S76", "inReview", "deadline.expired", [S], [], "inReview"),
];
