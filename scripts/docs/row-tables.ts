import type { ActorRole } from "../../workflows/roles";
import type { Row } from "../../workflows/row";
import { effectOf } from "./effects";
import { table } from "./markdown";

/** The letters that the tables use for who can cause an event. */
export const LETTERS: Readonly<Record<ActorRole, string>> = {
  intake: "T",
  investigator: "I",
  ombudsperson: "O",
  reviewer: "V",
  liaison: "L",
  administrator: "A",
  reporter: "R",
  system: "S",
};

const HEAD = ["id", "from", "event", "by", "guards", "to", "effect"];

/** One table of rows, as the machines hold them. */
export function rowTable(rows: readonly Row[]): string {
  return table(
    HEAD,
    rows.map((row) => [
      row.id,
      row.from.join(", "),
      `\`${row.event}\``,
      row.by.map((role) => LETTERS[role]).join(","),
      row.guards.join(" ") || "–",
      row.to,
      effectOf(row),
    ]),
  );
}
