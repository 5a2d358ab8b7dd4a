import { type Attestation, CONSENT_PURPOSES, type ConsentPurpose, isOneOf } from "../codes";
import { addDays } from "../days";
import type { CaseEvent, EventType } from "../events";
import { listCode, textCode } from "../events";
import type { Check, Guard } from "./check";
import { findReasons } from "./record";

/** A condition that only a person can know of: it stands as a code in that person's signed act. */
function attested(code: Exclude<Attestation, "NOTIFIED_BEFORE" | "REMOVES_NEXT">): Check {
  return {
    rule: "noAttestation",
    need: () => `attest:${code}`,
    holds: (_context, { codes }) => listCode(codes, "attest").includes(code),
  };
}

/** The officer looked at each of the four conditions of admission. */
export const G_ADM: Guard = [
  attested("ADMISSIBLE_MANDATE"),
  attested("ADMISSIBLE_TIME"),
  attested("ADMISSIBLE_PRIOR"),
  attested("ADMISSIBLE_COURT"),
];

/** Every digest of the manifest was computed anew and fits. */
export const G_HASH: Guard = [attested("HASHES_VERIFIED")];

/** The reporter objected to an acknowledgement, or one would endanger them (Directive Art. 11(2)). */
export const G_WAIVE: Guard = [attested("OBJECTED_OR_DANGER")];

/** Whoever acts has read the text that is to leave the office and found nobody in it who could be recognised. */
export const G_SAFE: Guard = [attested("ID_SAFE")];

/** The rights-impact checklist stands in the findings: right, severity, scale, remediability, attribution. */
export const G_RIGHTS: Guard = [attested("RIGHTS_CHECKED")];

/** Two people attest that the text sent out identifies nobody: a reviewer before, and the actor now. */
export const G_IDSAFE: Guard = [
  { rule: "notIdentitySafe", holds: ({ cleared }, { actor }) => cleared !== null && cleared !== actor },
  attested("ID_SAFE"),
];

/** Whoever faces an adverse finding was invited and answered or let the time pass; or the findings say why not. */
export const G_HEARD: Guard = [
  {
    rule: "notHeard",
    need: () => "attest:HEARD_EXCEPTION",
    holds: ({ heard }, { codes }) => heard || listCode(codes, "attest").includes("HEARD_EXCEPTION"),
  },
];

/** Time to think again, and for the office to ask. */
export const PAUSE_DAYS = 7;

/** The withdrawal was asked for at least seven days ago, and the question about pressure was asked and answered. */
export const G_COERC: Guard = [
  { rule: "withdrawalNotRequested", holds: ({ at }) => at.standing === "withdrawalRequested" },
  {
    rule: "tooEarly",
    holds: ({ withdrawalDay }, { facts }) => withdrawalDay !== null && facts.day >= addDays(withdrawalDay, PAUSE_DAYS),
  },
  attested("COERCION_ASKED"),
];

/** Publication: the checklist was gone through, and the reporter agreed or the text identifies nobody. */
export const G_PUB: Guard = [
  attested("PUBLICATION_CHECKED"),
  {
    rule: "notPublishable",
    need: () => "attest:ID_SAFE",
    holds: ({ consents }, { codes, facts }) =>
      listCode(codes, "attest").includes("ID_SAFE") ||
      consents.some(({ purpose, until }) => purpose === "publication" && (until === null || until >= facts.day)),
  },
];

/** What a step shares, and with whom: the reporter's consent has to be for that very purpose. */
const PURPOSES: Partial<Record<EventType, ConsentPurpose>> = {
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

export function purposeOf(event: EventType): ConsentPurpose | null {
  return PURPOSES[event] ?? null;
}

/** A legal duty can stand in for consent where the actor gives the reasons and the reporter was told before (Directive Art. 16(2)). */
function hasLegalDuty(event: CaseEvent): boolean {
  return listCode(event.codes, "attest").includes("NOTIFIED_BEFORE") && findReasons(event) !== null;
}

/** The reporter agreed to this purpose and the day has not passed; or a legal duty stands in, with notice given before. */
export const G_CONS: Guard = [
  {
    rule: "noConsent",
    need: () => "consent",
    holds: ({ consents }, event) =>
      consents.some(
        ({ purpose, until }) => purpose === purposeOf(event.type) && (until === null || until >= event.facts.day),
      ) || hasLegalDuty(event),
  },
];

/** The act names one of the published purposes, and a last day that exists. */
export const G_PURPOSE: Guard = [
  {
    rule: "noPurpose",
    need: () => "purpose",
    holds: (_context, { codes }) => {
      const until = textCode(codes, "until");
      return isOneOf(CONSENT_PURPOSES, codes.purpose) && (until === null || /^\d{4}-\d{2}-\d{2}$/.test(until));
    },
  },
];
