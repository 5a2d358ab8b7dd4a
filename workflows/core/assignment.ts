import type { Row } from "../row";

/** Who investigates. The ombudsperson, or any other person acting in that role, assigns and reassigns. */
export const ASSIGNMENT_ROWS: readonly Row[] = [
  {
    id: "A02",
    from: ["admitted"],
    event: "investigator.assign",
    by: ["ombudsperson"],
    guards: ["G-COI", "G-KEY", "G-TARGET"],
    to: "@inquiry",
    changes: ["assign"],
  },
  { id: "A03", from: ["admitted"], event: "deadline.expired", by: ["system"], guards: [], to: "admitted", changes: [] },
  {
    id: "A04",
    from: ["@inquiry"],
    event: "investigator.reassign",
    by: ["ombudsperson"],
    guards: ["G-COI", "G-RAT"],
    to: "admitted",
    changes: ["unassign"],
  },
];
