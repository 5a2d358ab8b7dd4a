import type { Kind } from "~workflows";

/** The procedure of each kind as published, beside the core: id | from | event | by | guards | to. */
export const OF_KIND: Readonly<Record<Kind, string>> = {
  tip: `
A01 | preliminaryAssessment | triage.admit | T | G-COI G-MIN G-TIER | admitted
A02 | admitted | investigator.assign | O | G-COI G-KEY | underInvestigation
A03 | admitted | deadline.expired | S | – | admitted
A04 | underInvestigation | investigator.reassign | O | G-COI G-RAT | admitted
A05 | underInvestigation | comment.invite | I | G-COI G-IDSAFE | fairComment
A06 | fairComment | comment.received | L,I | – | underInvestigation
A07 | fairComment | deadline.expired | S | – | underInvestigation
A08 | underInvestigation | findings.submit | I | G-COI G-EVID G-HEARD G-RAT | decisionReview
A09 | decisionPending | decision.issue | O | G-COI G-4E G-RAT G-NOTICE | concluded`,
  grievance: `
B01 | preliminaryAssessment | admissibility.admit | T | G-COI G-MIN G-TIER G-ADM | admitted
B02 | preliminaryAssessment | admissibility.suspend | T | G-COI G-RAT | suspendedSubJudice
B03 | suspendedSubJudice | parallel.concluded | R,L | – | preliminaryAssessment
B04 | suspendedSubJudice | deadline.expired | S | – | preliminaryAssessment
B05 | admitted | investigator.assign | O | G-COI G-KEY | underInquiry
B06 | admitted | deadline.expired | S | – | admitted
B07 | underInquiry | investigator.reassign | O | G-COI G-RAT | admitted
B08 | underInquiry | agency.requestReply | I | G-COI G-CONS | agencyReply
B09 | agencyReply | agency.extend | O | G-COI G-RAT G-ONCE | agencyReply
B10 | agencyReply | agency.reply | L | – | observations
B11 | agencyReply | deadline.expired | S | – | underInquiry
B12 | observations | reporter.reply | R | – | underInquiry
B13 | observations | deadline.expired | S | – | underInquiry
B14 | underInquiry | file.inspect | I | G-COI | underInquiry
B15 | underInquiry | solution.propose | O | G-COI G-RAT G-NOTICE | solutionPending
B16 | solutionPending | agency.acceptSolution | L | – | solutionPending
B17 | solutionPending | reporter.acceptSolution | R | – | solutionPending
B18 | solutionPending | solution.record | O | G-COI G-BOTH G-RAT | decisionReview
B19 | solutionPending | party.decline | R,L | – | underInquiry
B20 | solutionPending | deadline.expired | S | – | underInquiry
B21 | underInquiry | provisional.issue | I | G-COI G-EVID G-RAT | provisionalFindings
B22 | provisionalFindings | comment.received | R,L | – | provisionalFindings
B23 | provisionalFindings | deadline.expired | S | – | provisionalFindings
B24 | provisionalFindings | inquiry.resume | I | G-COI | underInquiry
B25 | provisionalFindings | findings.submit | I | G-COI G-HEARD G-RAT | decisionReview
B26 | decisionPending | decision.issue | O | G-COI G-4E G-RAT G-NOTICE | concluded
B27 | decisionPending | recommendation.issue | O | G-COI G-4E G-RAT G-NOTICE | recommendationIssued
B28 | recommendationIssued | agency.accept | L | – | followUp
B29 | recommendationIssued | agency.reject | L | – | specialReportPending
B30 | recommendationIssued | deadline.expired | S | – | specialReportPending
B31 | specialReportPending | specialReport.publish | O | G-COI G-4E G-PUB | concluded
B32 | specialReportPending | specialReport.waive | O | G-COI G-4E G-RAT | concluded`,
  complaint: `
K01 | preliminaryAssessment | coordination.open | T | G-COI G-CONS | coordination
K02 | coordination | coordination.leadHere | O,L | – | preliminaryAssessment
K03 | coordination | coordination.transfer | O | G-COI G-4E G-CONS | referralInProgress
K04 | coordination | deadline.expired | S | – | preliminaryAssessment
K05 | preliminaryAssessment | assessment.submit | T | G-COI G-MIN G-TIER G-ADM G-RAT | assessmentReview
K06 | assessmentReview | review.approve | V,O | G-COI G-4E G-NOTICE | admitted
K07 | assessmentReview | review.return | V,O | G-COI G-RAT | preliminaryAssessment
K08 | admitted | investigator.assign | O | G-COI G-KEY | underInquiry
K09 | admitted | deadline.expired | S | – | admitted
K10 | underInquiry | investigator.reassign | O | G-COI G-RAT | admitted
K11 | underInquiry | response.request | I | G-COI G-CONS G-IDSAFE | respondentReply
K12 | respondentReply | respondent.reply | L | – | underInquiry
K13 | respondentReply | deadline.expired | S | – | underInquiry
K14 | underInquiry | endUseCheck.request | I | G-COI G-CONS G-RAT | endUseCheckPending
K15 | endUseCheckPending | endUseCheck.result | L | – | underInquiry
K16 | endUseCheckPending | deadline.expired | S | – | underInquiry
K17 | underInquiry | goodOffices.offer | O | G-COI G-CONS | goodOfficesOffered
K18 | goodOfficesOffered | party.accept | R,L | – | goodOfficesOffered
K19 | goodOfficesOffered | goodOffices.begin | O | G-COI G-BOTH | goodOffices
K20 | goodOfficesOffered | party.decline | R,L | – | underInquiry
K21 | goodOfficesOffered | deadline.expired | S | – | underInquiry
K22 | goodOffices | agreement.record | O | G-COI G-CONS G-RAT | decisionReview
K23 | goodOffices | goodOffices.end | R,L,O | – | underInquiry
K24 | goodOffices | deadline.expired | S | – | underInquiry
K25 | underInquiry | provisional.issue | I | G-COI G-EVID G-RAT G-IDSAFE | provisionalFindings
K26 | provisionalFindings | comment.received | R,L | – | provisionalFindings
K27 | provisionalFindings | deadline.expired | S | – | provisionalFindings
K28 | provisionalFindings | inquiry.resume | I | G-COI | underInquiry
K29 | provisionalFindings | findings.submit | I | G-COI G-HEARD G-RAT | decisionReview
K30 | decisionPending | decision.issue | O | G-COI G-4E G-RAT G-NOTICE | publicationReview
K31 | publicationReview | statement.publish | V | G-COI G-4E G-PUB | concluded
K32 | publicationReview | statement.withhold | O | G-COI G-4E G-RAT | concluded
K33 | publicationReview | review.return | V | G-COI G-RAT | decisionPending`,
};
