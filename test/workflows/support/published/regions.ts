import type { SideRegion } from "~workflows";

/** The regions beside the procedure as published: state -event[by; guards]-> state. The first state is the initial one. */
export const OF_REGION: Readonly<Record<SideRegion, string>> = {
  statutoryClock: `
ackDue -case.acknowledge[T]-> feedbackDue
ackDue -case.reportUndecryptable[T]-> feedbackDue
ackDue -ack.waive[T; R objected or danger]-> feedbackDue
ackDue -clock.day7[S]-> ackBreached
ackBreached -case.acknowledge[T]-> feedbackDue
ackBreached -case.reportUndecryptable[T]-> feedbackDue
feedbackDue -feedback.give[T,I,O]-> feedbackGiven
feedbackDue -feedback.extend[O; G-RAT G-NOTICE]-> feedbackExtended
feedbackDue -clock.month3[S]-> feedbackBreached
feedbackExtended -feedback.give[T,I,O]-> feedbackGiven
feedbackExtended -clock.month6[S]-> feedbackBreached
feedbackBreached -feedback.give[T,I,O]-> feedbackGiven
feedbackGiven -outcome.communicate[O]-> outcomeGiven
ackDue -quarantine.discard[T]-> outcomeGiven
feedbackDue -withdrawal.confirm[O]-> outcomeGiven
feedbackExtended -withdrawal.confirm[O]-> outcomeGiven
feedbackBreached -withdrawal.confirm[O]-> outcomeGiven
feedbackGiven -review.grant[V]-> feedbackDue
feedbackGiven -case.reopen[O]-> feedbackDue
outcomeGiven -review.grant[V]-> feedbackDue
outcomeGiven -case.reopen[O]-> feedbackDue`,
  standing: `
participating -reporter.withdraw[R]-> withdrawalRequested
withdrawalRequested -reporter.rescind[R]-> participating
withdrawalRequested -withdrawal.confirm[O; G-COERC]-> withdrawn
withdrawalRequested -withdrawal.continueInPublicInterest[O; G-4E G-RAT]-> unlinked
participating -silence.detected[S]-> silent
silent -reporter.login[R]-> participating
silent -reporter.withdraw[R]-> withdrawalRequested
unlinked -reporter.rejoin[R]-> participating
withdrawn -reporter.rejoin[R]-> participating`,
  urgency: `
normal -urgent.flag[R,T,I,O,L]-> flagged
flagged -urgent.authorise[O,V; G-COI]-> acted
flagged -urgent.standDown[O; G-4E G-RAT]-> normal
flagged -urgent.flag[R,T,I,O,L]-> flagged
flagged -deadline.expired[S]-> flagged
acted -urgent.ratify[V,O; G-4E]-> normal
acted -urgent.flag[R,T,I,O,L]-> flagged
acted -deadline.expired[S]-> acted`,
  evidence: `
empty -evidence.add[R,I,L]-> collecting
collecting -evidence.add[R,I,L]-> collecting
collecting -evidence.seal[I; G-HASH]-> sealed
sealed -evidence.add[R,I,L]-> collecting
sealed -evidence.verify[V]-> sealed
collecting -evidence.mismatch[S,V]-> integrityIncident
sealed -evidence.mismatch[S,V]-> integrityIncident
integrityIncident -evidence.add[R,I,L]-> integrityIncident
integrityIncident -integrity.resolve[O; G-4E G-RAT]-> collecting
empty -evidence.seal[I; G-HASH]-> sealed`,
  correspondence: `
idle -reporter.message[R]-> officeOwes
idle -office.message[T,I,O]-> reporterOwes
officeOwes -office.message[T,I,O]-> reporterOwes
officeOwes -reporter.message[R]-> officeOwes
reporterOwes -reporter.message[R]-> officeOwes
reporterOwes -office.message[T,I,O]-> reporterOwes
officeOwes -deadline.expired[S]-> officeOwes
officeOwes -message.noReplyNeeded[T,I,O]-> idle
reporterOwes -message.noReplyNeeded[T,I,O]-> idle`,
  protection: `
unassessed -protection.assess[T; R answers if willing]-> assessed
assessed -protection.plan[O,I; G-CONS]-> measuresActive
assessed -retaliation.report[R]-> incidentOpen
unassessed -retaliation.report[R]-> incidentOpen
measuresActive -retaliation.report[R]-> incidentOpen
monitoring -retaliation.report[R]-> incidentOpen
ended -retaliation.report[R]-> incidentOpen
incidentOpen -retaliation.report[R]-> incidentOpen
incidentOpen -protection.act[O; G-CONS]-> measuresActive
incidentOpen -incident.close[O; G-4E G-RAT]-> monitoring
incidentOpen -deadline.expired[S]-> incidentOpen
measuresActive -measures.review[O]-> monitoring
monitoring -checkin.due[S]-> monitoring
monitoring -protection.end[O; G-4E]-> ended`,
  conflict: `
clear -conflict.declare[T,I,O,V,L]-> clear
clear -conflict.allege[R,T,I,O,V]-> inReview
inReview -conflict.allege[R,T,I,O,V]-> inReview
inReview -conflict.declare[T,I,O,V,L]-> inReview
inReview -conflict.uphold[V,O; G-4E]-> clear
inReview -conflict.dismiss[O; G-4E G-RAT]-> clear
inReview -deadline.expired[S]-> inReview`,
  keys: `
current -key.rotate[T,I,O,V]-> rewrapPending
current -rewrap.needed[S]-> rewrapPending
current -key.compromised[T,I,O,V,A]-> keyIncident
rewrapPending -rewrap.needed[S]-> rewrapPending
rewrapPending -key.rotate[T,I,O,V]-> rewrapPending
rewrapPending -key.compromised[T,I,O,V,A]-> keyIncident
rewrapPending -key.rewrapped[T,O]-> current
rewrapPending -deadline.expired[S]-> rewrapPending
keyIncident -key.revoke[A,O; G-4E]-> rewrapPending`,
  retention: `
active -case.archive[S]-> scheduled
active -retention.due[S]-> scheduled
active -hold.place[O; G-RAT]-> onHold
scheduled -hold.place[O; G-RAT]-> onHold
onHold -hold.lift[O; G-4E G-RAT]-> active
scheduled -purge.execute[S; G-NOHOLD G-PROT]-> purged`,
  interim: `
none -interim.recommend[O; G-4E G-RAT]-> recommended
recommended -authority.suspend[L]-> inForce
recommended -authority.decline[L]-> declined
recommended -deadline.expired[S]-> declined
inForce -interim.lift[O,L; G-RAT]-> none
declined -interim.recommend[O; G-4E G-RAT]-> recommended`,
};
