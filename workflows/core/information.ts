import type { Row } from "../row";

/** Questions to the reporter. Silence never closes a case: it goes back to where it was. */
export const INFORMATION_ROWS: readonly Row[] = [
  {
    id: "C08",
    from: ["preliminaryAssessment", "@inquiry"],
    event: "info.request",
    by: ["intake", "investigator"],
    guards: ["G-COI", "G-MESSAGE"],
    to: "awaitingInfo",
    changes: ["keepOrigin"],
  },
  {
    id: "C09",
    from: ["awaitingInfo"],
    event: "reporter.reply",
    by: ["reporter"],
    guards: ["G-MESSAGE"],
    to: "@origin",
    changes: ["replied"],
  },
  {
    id: "C10",
    from: ["awaitingInfo"],
    event: "deadline.expired",
    by: ["system"],
    guards: [],
    to: "@origin",
    changes: ["noReply"],
  },
];
