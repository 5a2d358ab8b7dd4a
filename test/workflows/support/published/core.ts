/** The core procedure as published: id | from | event | by | guards | to. */
export const CORE = `
C01 | submitted | case.register | S | G-CT G-KEY | received
C02 | submitted | case.quarantine | S | – | quarantined
C03 | quarantined | quarantine.release | T | G-COI | received
C04 | quarantined | quarantine.discard | T | G-COI G-4E | closed
C05 | received | case.acknowledge | T | G-COI | preliminaryAssessment
C06 | received | case.reportUndecryptable | T | G-COI | awaitingInfo
C07 | preliminaryAssessment | triage.setTier | T | G-COI G-FACT | preliminaryAssessment
C08 | W | info.request | T,I | G-COI | awaitingInfo
C09 | awaitingInfo | reporter.reply | R | – | @origin
C10 | awaitingInfo | deadline.expired | S | – | @origin
C11 | W,followUp,referredMonitoring | closure.propose | T,I | G-COI G-RAT | closureReview
C12 | closureReview | review.approve | V,O | G-COI G-4E G-NOTICE | closed
C13 | closureReview | review.return | V,O | G-COI G-RAT | @origin
C14 | W | referral.propose | T,I | G-COI G-RAT | referralReview
C15 | referralReview | review.approve | O | G-COI G-4E G-CONS G-IDSAFE | referralInProgress
C16 | referralReview | review.return | O | G-COI G-RAT | @origin
C17 | referralInProgress | referral.accept | L | – | referredMonitoring
C18 | referralInProgress | referral.reject | L | – | @origin
C19 | referralInProgress | deadline.expired | S | – | @origin
C20 | referredMonitoring | referral.outcome | L | – | @origin
C21 | referredMonitoring | deadline.expired | S | – | referredMonitoring
C22 | W | consolidation.propose | T,I | G-COI G-DUP G-RAT | consolidationReview
C23 | consolidationReview | review.approve | V,O | G-COI G-4E G-DUP G-NOTICE | consolidated
C24 | consolidationReview | review.return | V,O | G-COI G-RAT | @origin
C25 | consolidated | lead.closed | S | – | closed
C26 | consolidated | case.separate | O | G-COI G-RAT | preliminaryAssessment
C27 | decisionReview | review.approve | V | G-COI G-4E | decisionPending
C28 | decisionReview | review.return | V | G-COI G-RAT | @inquiry
C29 | decisionPending | decision.return | O | G-COI G-RAT | @inquiry
C30 | concluded | followup.open | O | G-COI | followUp
C31 | concluded | case.close | O | G-COI G-PROT G-NOTICE | closed
C32 | followUp | followup.record | I,L,R | – | followUp
C33 | followUp | deadline.expired | S | – | followUp
C34 | *open | withdrawal.confirm | O | G-COI G-COERC | closed
C35 | closed | review.request | R | G-WIN G-ONCE | reviewRequested
C36 | reviewRequested | review.uphold | V | G-COI G-FRESH G-RAT G-NOTICE | closed
C37 | reviewRequested | review.grant | V | G-COI G-FRESH G-RAT | preliminaryAssessment
C38 | closed | case.reopen | O | G-COI G-4E G-RAT | preliminaryAssessment
C39 | closed | case.archive | S | G-WINOVER G-NOHOLD G-PROT | archived`;
