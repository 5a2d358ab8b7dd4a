import { minimumOf, outcomesOfEvent, STANDARDS, TIERS } from "~workflows";
import { attests, entered, type Invariants, needs, reasonsOf, tells } from "./invariant";
import type { Taken } from "./taken";

/** What each sharing step needs the reporter's consent for. */
const PURPOSES: Readonly<Record<string, string>> = {
  "review.approve": "referral",
  "coordination.open": "referral",
  "coordination.transfer": "referral",
  "agency.requestReply": "authority",
  "package.send": "authority",
  "response.request": "exporter",
  "endUseCheck.request": "authority",
  "goodOffices.offer": "mediation",
  "agreement.record": "mediation",
  "protection.plan": "protection",
  "protection.act": "protection",
  "identity.disclose": "disclosure",
};
const DECIDES = ["decision.issue", "recommendation.issue"];
const PUBLISHES = ["statement.publish", "specialReport.publish"];
const SIDE_STATES = ["awaitingInfo", "closureReview", "referralReview", "consolidationReview"];

function isConsented(taken: Taken): boolean {
  const { before, event } = taken;
  const isGiven = before.context.consents.some(
    ({ purpose, until }) => purpose === PURPOSES[event.type] && (until ?? "9999") >= event.facts.day,
  );
  return isGiven || (attests(taken, "NOTIFIED_BEFORE") && reasonsOf(taken) !== null);
}

function isReasoned(taken: Taken): boolean {
  const { standards, ground, outcome } = taken.event.codes;
  const known = STANDARDS.map(({ id }) => id as unknown);
  const cites = Array.isArray(standards) && standards.length > 0 && standards.every((id) => known.includes(id));
  const { type } = taken.event;
  const isNamed = type !== "closure.propose" || (typeof ground === "string" && ground !== "WITHDRAWN");
  const possible: readonly unknown[] = outcomesOfEvent(taken.before.kind, type);
  return reasonsOf(taken) !== null && cites && isNamed && (!DECIDES.includes(type) || possible.includes(outcome));
}

/** A case that is told once what was decided may be closed without being told again. */
function isTold(taken: Taken): boolean {
  const { noticed, outcome } = taken.before.context;
  return tells(taken) || (taken.event.type === "case.close" && noticed && outcome !== null);
}

function origin({ before: { value, context } }: Taken): string | null {
  return value.procedure === "closureReview" ? (context.returnTo ?? context.workOrigin) : context.workOrigin;
}

export const OF_RECORDS: Invariants = {
  "no step without its reasons, standards, ground or outcome": (taken) => !needs(taken, "G-RAT") || isReasoned(taken),
  "nobody is closed, decided on or joined without being told": (taken) => !needs(taken, "G-NOTICE") || isTold(taken),
  "nothing is shared without consent to that very purpose": (taken) => !needs(taken, "G-CONS") || isConsented(taken),
  "I8: an identity is disclosed by two people, with consent or a duty told before": (taken) =>
    taken.event.type !== "identity.disclose" || (isConsented(taken) && reasonsOf(taken) !== null && tells(taken)),
  "no case goes to another office without a package that the act names": (taken) => {
    const { event } = taken;
    if (!entered(taken, "procedure", "referralInProgress")) return true;
    const { package: digest, recipient, handed } = event.codes;
    const brings = (kind: string) => event.facts.items.some((one) => one.kind === kind && one.signedBy === event.actor);
    const isNamed = /^[0-9a-f]{64}$/.test(String(digest)) && /^[0-9a-f]{40}$/.test(String(recipient));
    const isKnown = Array.isArray(handed) && handed.length > 0 && !handed.includes("identity");
    return isNamed && isKnown && brings("handover") && brings("transfer");
  },
  "I9: a case joins one that leads itself and is open, and none has joined it": (taken) => {
    const isJoin = taken.event.type === "consolidation.propose" || entered(taken, "procedure", "consolidated");
    if (!isJoin) return true;
    const { lead } = taken.event.facts;
    return (
      lead !== null &&
      !lead.isSelf &&
      !lead.isClosed &&
      !lead.isConsolidated &&
      !lead.leadsOthers &&
      !!taken.after.context.lead
    );
  },
  "findings and provisional findings rest on sealed evidence": (taken) =>
    !needs(taken, "G-EVID") || taken.before.value.evidence === "sealed",
  "nobody is found against unheard": (taken) =>
    !needs(taken, "G-HEARD") || taken.before.context.heard || attests(taken, "HEARD_EXCEPTION"),
  "heard is who commented or let the time pass": ({ before, event, after }) =>
    before.context.heard || !after.context.heard || ["comment.received", "deadline.expired"].includes(event.type),
  "what only a person can know is attested": (taken) => {
    const codes: Readonly<Record<string, readonly string[]>> = {
      "G-HASH": ["HASHES_VERIFIED"],
      "G-RIGHTS": ["RIGHTS_CHECKED"],
      "G-WAIVE": ["OBJECTED_OR_DANGER"],
      "G-PUB": ["PUBLICATION_CHECKED"],
      "G-SAFE": ["ID_SAFE"],
      "G-ADM": ["ADMISSIBLE_MANDATE", "ADMISSIBLE_TIME", "ADMISSIBLE_PRIOR", "ADMISSIBLE_COURT"],
    };
    return Object.entries(codes).every(
      ([guard, all]) => !needs(taken, guard) || all.every((code) => attests(taken, code)),
    );
  },
  "nothing is published that could identify an unwilling reporter": (taken) =>
    !needs(taken, "G-PUB") ||
    attests(taken, "ID_SAFE") ||
    taken.before.context.consents.some(({ purpose }) => purpose === "publication"),
  "no case is admitted without minimum contents and a tier": (taken) => {
    const { event, before } = taken;
    if (!needs(taken, "G-MIN")) return true;
    const ticked = Array.isArray(event.codes.minimum) ? event.codes.minimum : [];
    return before.context.tier !== null && minimumOf(before.kind).every((code) => ticked.includes(code));
  },
  "a tier rests on a sealed sheet and a commitment": (taken) =>
    !needs(taken, "G-FACT") ||
    (taken.event.facts.items.some(({ kind, signedBy }) => kind === "triage" && signedBy === taken.event.actor) &&
      /^[0-9a-f]{64}$/.test(String(taken.event.codes.commitment))),
  "one person never lowers a tier": ({ before, event, after }) => {
    const [old, now] = [before.context.tier, after.context.tier];
    return !old || !now || TIERS.indexOf(now) <= TIERS.indexOf(old) || event.type === "triage.confirmTier";
  },
  "a withdrawal was asked for a week ago and nobody was pressed": (taken) => {
    const { before, event } = taken;
    if (event.type !== "withdrawal.confirm") return true;
    const asked = Date.parse(before.context.withdrawalDay ?? "9999-01-01");
    const isOver = Date.parse(event.facts.day) - asked >= 7 * 86_400_000;
    return before.value.standing === "withdrawalRequested" && isOver && attests(taken, "COERCION_ASKED");
  },
  "both parties agreed, each for itself": (taken) => {
    const { before, event, after } = taken;
    const { reporter, other } = before.context.accepted;
    const isOwn = reporter || !after.context.accepted.reporter || event.role === "reporter";
    return isOwn && (!needs(taken, "G-BOTH") || (reporter && other));
  },
  "work that is left for a side state is gone back to": (taken) => {
    const { before, after, line } = taken;
    const [from, to] = [before.value.procedure, after.value.procedure];
    const kept = from === "received" ? "preliminaryAssessment" : from;
    const isLeft = from !== to && SIDE_STATES.includes(to);
    const remembered =
      to === "closureReview" ? (after.context.returnTo ?? after.context.workOrigin) : after.context.workOrigin;
    return (!isLeft || remembered === kept) && (line?.to !== "@origin" || to === origin(taken));
  },
  "a recommendation, a result or a withheld statement says which": (taken) => {
    const { codes } = taken.event;
    const recommends = !needs(taken, "G-REC") || Array.isArray(codes.recommendations);
    const results =
      !needs(taken, "G-RESULT") || ["CONFIRMED", "DIVERTED", "REFUSED", "INCONCLUSIVE"].includes(String(codes.result));
    const withholds =
      !needs(taken, "G-WITHHOLD") || ["SAFETY", "ONGOING", "SECURITY", "TRADE_SECRET"].includes(String(codes.withhold));
    return recommends && results && withholds;
  },
  "what is published is the text that was proposed, to the letter": ({ before, event }) => {
    const proposed = before.context.proposals[event.type]?.codes.statement;
    const isText = typeof proposed === "string" && event.codes.statement === proposed;
    return !PUBLISHES.includes(event.type) || (isText && event.facts.published === proposed);
  },
  "a text is proposed sealed, with its digest": ({ event: { type, codes, facts } }) => {
    const isSealed = facts.items.some(
      ({ kind, compartment }) => kind === "statement" && compartment === "deliberation",
    );
    const isNamed = typeof codes.statement === "string" && /^[0-9a-f]{64}$/.test(codes.statement);
    return type !== "act.propose" || !PUBLISHES.includes(String(codes.for)) || (isSealed && isNamed);
  },
  "what is said is in the act": (taken) => {
    const { items } = taken.event.facts;
    const isSaid = items.some(({ compartment }) => compartment === "correspondence" || compartment === "bare");
    return (!needs(taken, "G-MESSAGE") || isSaid) && (!needs(taken, "G-ANSWER") || items.length > 0);
  },
};
