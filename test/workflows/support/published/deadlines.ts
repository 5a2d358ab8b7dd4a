/**
 * The published deadlines, cell by cell for T1 to T4: d calendar days, wd working days, m months; 24 hours are one day, two hours the
 * same day. What the table leaves out or says in words stands below, with the words.
 */
export const PUBLISHED_DEADLINES: readonly (readonly [string, readonly string[]])[] = [
  ["acknowledgement", ["1d", "3d", "7d", "7d"]],
  ["quarantined", ["1d", "3d", "5d", "5d"]],
  ["urgency", ["0d", "1d", "1d", "1d"]],
  ["preliminaryAssessment", ["2wd", "5wd", "15wd", "20wd"]],
  ["preliminaryAssessment.complaint", ["2wd", "5wd", "3m", "3m"]],
  ["awaitingInfo", ["5d", "15d", "30d", "30d"]],
  ["closureReview", ["1wd", "5wd", "10wd", "10wd"]],
  ["assessmentReview", ["1wd", "5wd", "10wd", "10wd"]],
  ["consolidationReview", ["1wd", "5wd", "10wd", "10wd"]],
  ["referralReview", ["1wd", "5wd", "10wd", "10wd"]],
  ["admitted", ["1wd", "3wd", "5wd", "10wd"]],
  ["underInvestigation", ["30d", "60d", "90d", "120d"]],
  ["underInquiry", ["30d", "60d", "90d", "120d"]],
  ["fairComment", ["5wd", "10wd", "15wd", "15wd"]],
  ["observations", ["5wd", "10wd", "15wd", "15wd"]],
  ["provisionalFindings", ["5wd", "10wd", "15wd", "15wd"]],
  ["agencyReply", ["5wd", "15wd", "20wd", "20wd"]],
  ["respondentReply", ["5wd", "15wd", "20wd", "20wd"]],
  ["goodOfficesOffered", ["5wd", "10wd", "20wd", "20wd"]],
  ["goodOffices", ["2m", "3m", "6m", "6m"]],
  ["endUseCheckPending", ["10wd", "30d", "60d", "90d"]],
  ["referralInProgress", ["1wd", "5wd", "20wd", "20wd"]],
  ["decisionReview", ["2wd", "5wd", "10wd", "15wd"]],
  ["decisionPending", ["2wd", "5wd", "10wd", "15wd"]],
  ["publicationReview", ["2wd", "5wd", "10wd", "15wd"]],
  ["specialReportPending", ["2wd", "5wd", "10wd", "15wd"]],
  ["concluded", ["2wd", "5wd", "10wd", "15wd"]],
  ["solutionPending", ["10wd", "20wd", "30wd", "30wd"]],
  ["recommendationIssued", ["1m", "2m", "3m", "3m"]],
  // "6 m then 12 m": the check comes every six months, so that the second one is twelve months after the start.
  ["followUp", ["1m", "3m", "6m", "12m"]],
  ["protectionIncident", ["1d", "3wd", "5wd", "5wd"]],
  ["conflictReview", ["2wd", "5wd", "5wd", "5wd"]],
  ["rewrap", ["2wd", "5wd", "10wd", "10wd"]],
  ["reviewRequested", ["10wd", "20wd", "30wd", "30wd"]],
  // The table says that T1 is on hold; once two people lifted it, it is kept as long as T2.
  ["retention", ["36m", "36m", "24m", "12m"]],
  // The table has no coordination for T1; one that is opened all the same takes no longer than for T2.
  ["coordination", ["1m", "1m", "2m", "2m"]],
  // In words beside the table and in 3.6.
  ["referredMonitoring", ["3m", "3m", "3m", "3m"]],
  ["suspendedSubJudice", ["6m", "6m", "6m", "6m"]],
  ["answer", ["10wd", "10wd", "10wd", "10wd"]],
  ["urgencyRatify", ["1d", "1d", "1d", "1d"]],
  ["agencyExtension", ["10wd", "10wd", "10wd", "10wd"]],
  ["inquiryPlan", ["2wd", "2wd", "2wd", "2wd"]],
  // The reviewer's look at 150 % has no time of its own in the table; it has that of the other reviews.
  ["inquiryReview", ["2wd", "5wd", "10wd", "10wd"]],
  ["feedback", ["3m", "3m", "3m", "3m"]],
  ["feedbackExtended", ["6m", "6m", "6m", "6m"]],
];
