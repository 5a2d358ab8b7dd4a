import type { Row } from "../row";

/** What is open in every state until the archive: conflicts of interest, access, messages and notes. None of them moves the case. */
export const ANY_STATE_ROWS: readonly Row[] = [
  {
    id: "N01",
    from: ["*"],
    event: "conflict.declareNone",
    by: ["intake", "investigator", "ombudsperson", "reviewer", "liaison"],
    guards: ["G-UNDECLARED"],
    to: "@same",
    changes: ["declareNone"],
  },
  {
    id: "N02",
    from: ["*"],
    event: "conflict.declare",
    by: ["intake", "investigator", "ombudsperson", "reviewer", "liaison"],
    guards: [],
    to: "@same",
    changes: ["recuse"],
  },
  {
    id: "N03",
    from: ["*"],
    event: "access.grant",
    by: ["intake", "investigator", "ombudsperson", "reviewer"],
    guards: ["G-COI", "G-TARGET"],
    to: "@same",
    changes: [],
  },
  {
    id: "N04",
    from: ["*"],
    event: "reporter.message",
    by: ["reporter"],
    guards: ["G-MESSAGE"],
    to: "@same",
    changes: [],
  },
  {
    id: "N05",
    from: ["*"],
    event: "office.message",
    by: ["intake", "investigator", "ombudsperson"],
    guards: ["G-COI", "G-MESSAGE"],
    to: "@same",
    changes: [],
  },
  {
    id: "N06",
    from: ["*"],
    event: "case.note",
    by: ["intake", "investigator", "ombudsperson", "reviewer"],
    guards: ["G-NOTE"],
    to: "@same",
    changes: [],
  },
];
