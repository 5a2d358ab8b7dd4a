import { COMPLAINT_ASSESSMENT_ROWS } from "./complaint/assessment";
import { GOOD_OFFICES_ROWS } from "./complaint/good-offices";
import { COMPLAINT_INQUIRY_ROWS } from "./complaint/inquiry";
import { COMPLAINT_PUBLICATION_ROWS } from "./complaint/publication";
import { ANY_STATE_ROWS } from "./core/any-state";
import { CLOSURE_ROWS } from "./core/closure";
import { CONSOLIDATION_ROWS } from "./core/consolidation";
import { DECISION_ROWS } from "./core/decision";
import { ENDING_ROWS } from "./core/ending";
import { INFORMATION_ROWS } from "./core/information";
import { INTAKE_ROWS } from "./core/intake";
import { REFERRAL_ROWS } from "./core/referral";
import { TRIAGE_ROWS } from "./core/triage";
import { GRIEVANCE_ADMISSION_ROWS } from "./grievance/admission";
import { GRIEVANCE_INQUIRY_ROWS } from "./grievance/inquiry";
import { GRIEVANCE_RECOMMENDATION_ROWS } from "./grievance/recommendation";
import type { Kind } from "./roles";
import type { Row } from "./row";
import { CONFLICT_ROWS } from "./sides/conflict";
import { CORRESPONDENCE_ROWS } from "./sides/correspondence";
import { EVIDENCE_ROWS } from "./sides/evidence";
import { INTERIM_ROWS } from "./sides/interim";
import { KEY_ROWS } from "./sides/keys";
import { PROTECTION_ROWS } from "./sides/protection";
import { RETENTION_ROWS } from "./sides/retention";
import { STANDING_ROWS } from "./sides/standing";
import { STATUTORY_CLOCK_ROWS } from "./sides/statutory-clock";
import { URGENCY_ROWS } from "./sides/urgency";
import { TIP_ROWS } from "./tip/rows";

const CORE_ROWS: readonly Row[] = [
  ...INTAKE_ROWS,
  ...TRIAGE_ROWS,
  ...INFORMATION_ROWS,
  ...CLOSURE_ROWS,
  ...REFERRAL_ROWS,
  ...CONSOLIDATION_ROWS,
  ...DECISION_ROWS,
  ...ENDING_ROWS,
  ...ANY_STATE_ROWS,
];

const KIND_ROWS: Readonly<Record<Kind, readonly Row[]>> = {
  tip: TIP_ROWS,
  grievance: [...GRIEVANCE_ADMISSION_ROWS, ...GRIEVANCE_INQUIRY_ROWS, ...GRIEVANCE_RECOMMENDATION_ROWS],
  complaint: [
    ...COMPLAINT_ASSESSMENT_ROWS,
    ...COMPLAINT_INQUIRY_ROWS,
    ...GOOD_OFFICES_ROWS,
    ...COMPLAINT_PUBLICATION_ROWS,
  ],
};

const SIDE_ROWS: readonly Row[] = [
  ...STATUTORY_CLOCK_ROWS,
  ...STANDING_ROWS,
  ...URGENCY_ROWS,
  ...EVIDENCE_ROWS,
  ...CORRESPONDENCE_ROWS,
  ...PROTECTION_ROWS,
  ...CONFLICT_ROWS,
  ...KEY_ROWS,
  ...RETENTION_ROWS,
];

/** Every row that holds for cases of this kind, region by region. */
export function rowsOf(kind: Kind): readonly Row[] {
  return [...CORE_ROWS, ...KIND_ROWS[kind], ...SIDE_ROWS, ...(kind === "tip" ? [] : INTERIM_ROWS)];
}
