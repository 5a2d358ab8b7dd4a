import { AUTHORITY, I, rowsIn, S } from "../row";

const row = rowsIn("procedure");

/** The other side's reply, and a check of where the goods are and who uses them. */
export const COMPLAINT_INQUIRY_ROWS = [
  row("K11", "underInquiry", "response.request", [I], ["G-COI", "G-CONS", "G-IDSAFE"], "respondentReply", {
    changes: ["useClearing"],
  }),
  row("K12", "respondentReply", "respondent.reply", AUTHORITY, ["G-ANSWER"], "underInquiry"),
  row("K13", "respondentReply", "deadline.expired", [S], [], "underInquiry"),
  row("K14", "underInquiry", "endUseCheck.request", [I], ["G-COI", "G-CONS", "G-RAT"], "endUseCheckPending"),
  row("K15", "endUseCheckPending", "endUseCheck.result", AUTHORITY, ["G-ANSWER", "G-RESULT"], "underInquiry"),
  row("K16", "endUseCheckPending", "deadline.expired", [S], [], "underInquiry"),
];
