import { expect, test } from "vitest";
import { GUARDS, type GuardName, type Guards } from "~workflows/guards";
import { buildProcedure } from "~workflows/procedure";
import type { Row } from "~workflows/row";
import { rowsOf } from "~workflows/rows";
import { firstToNotice } from "./support/checks";

const ROWS = rowsOf("tip");

function withRow(id: string, change: (row: Row) => Row | null, guards: Guards = GUARDS) {
  return buildProcedure(
    "tip",
    ROWS.flatMap((row) => (row.id === id ? (change(row) ?? []) : [row])),
    guards,
  );
}

function withoutGuard(id: string, guard: GuardName) {
  return withRow(id, (row) => ({ ...row, guards: row.guards.filter((name) => name !== guard) }));
}

function withGuard(name: GuardName, rules: readonly string[]) {
  const guards = { ...GUARDS, [name]: GUARDS[name].filter(({ rule }) => rules.includes(rule)) };
  return buildProcedure("tip", ROWS, guards);
}

const MUTANTS = [
  ["closing without a second person", withoutGuard("C12", "G-4E"), "I1: nobody approves what they proposed"],
  ["discarding without a second person", withoutGuard("C04", "G-4E"), "I1: nobody approves what they proposed"],
  ["lowering a tier without a second person", withoutGuard("C07a", "G-4E"), "I1: nobody approves what they proposed"],
  ["reopening without a second person", withoutGuard("C38", "G-4E"), "I1: nobody approves what they proposed"],
  [
    "silence that closes",
    withRow("C10", (row) => ({ ...row, to: "closed" })),
    "I1: a case is closed by approval or after a decision, never by silence",
  ],
  [
    "a decision by whoever reviewed the findings",
    withGuard("G-4E", ["noProposal", "recused", "changedSinceProposed"]),
    "I1: nobody approves what they proposed",
  ],
  [
    "a decision without four eyes",
    withoutGuard("A09", "G-4E"),
    "I2: only an ombudsperson who neither investigated nor reviewed decides",
  ],
  [
    "a decision by a reviewer",
    withRow("A09", (row) => ({ ...row, by: [...row.by, "reviewer"] })),
    "I2: only an ombudsperson who neither investigated nor reviewed decides",
  ],
  ["an archive that waits for the reporter", withRow("C39", (row) => ({ ...row, by: ["reporter"] })), "table"],
  ["a state that nobody but the reporter can leave", withRow("C10", () => null), "I3"],
  [
    "an administrator who writes notes",
    withRow("N06", (row) => ({ ...row, by: [...row.by, "administrator"] })),
    "I4: an administrator moves nothing",
  ],
  [
    "a struck-out person who acts",
    withGuard("G-ACTOR", ["notYourRole", "noAccess"]),
    "I11: a recused person takes no step",
  ],
  ["keys for a struck-out person", withGuard("G-TARGET", ["unknownPerson"]), "I11: a recused person receives no key"],
  [
    "an acknowledgement without a declaration",
    withoutGuard("C05", "G-COI"),
    "nobody acts before declaring that they have no conflict",
  ],
  [
    "a review of one's own work",
    withoutGuard("C37", "G-FRESH"),
    "a review is answered by somebody who never acted in the case",
  ],
  [
    "a return that forgets where the work was",
    withRow("C13", (row) => ({ ...row, to: "preliminaryAssessment" })),
    "table",
  ],
  ["a step that nobody can take", withRow("A09", (row) => ({ ...row, by: ["administrator"] })), "table"],
] as const;

test.each(MUTANTS)("a procedure with %s is caught", (_flaw, procedure, check) => {
  expect(firstToNotice(procedure)).toBe(check);
});

test("the published procedure is not", () => {
  expect(firstToNotice(buildProcedure("tip"))).toBeNull();
});
