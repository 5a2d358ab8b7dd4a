import { EVIDENCE_PAGES } from "./core-1-evidence";
import { PERSON_PAGES } from "./core-1-person";
import type { Form } from "./form";

/** The longest answer to an open question, in characters. */
const LONG = 10_000;

/**
 * The core form, first version: what every office asks.
 *
 * Source: domain notes §4.2; codes of the unified reporting template (draft urt/0.1).
 */
export const CORE_1: Form = {
  id: "core/1",
  pages: [
    {
      id: "urgency",
      fields: [
        {
          id: "urgent",
          type: "one",
          options: ["no", "unsure", "yes"],
          warn: ["yes"],
          asked: { tip: "required", complaint: "required" },
        },
        {
          id: "urgentWhat",
          type: "text",
          max: 4000,
          asked: { tip: "optional", complaint: "required" },
          shownIf: { field: "urgent", isNot: ["no"] },
        },
        {
          id: "urgentShown",
          type: "tick",
          asked: { tip: "optional", complaint: "optional" },
          shownIf: { field: "urgent", isNot: ["no"] },
        },
      ],
    },
    {
      id: "story",
      fields: [
        {
          id: "summary",
          type: "text",
          min: 50,
          max: LONG,
          asked: { tip: "required", grievance: "required", complaint: "required" },
        },
        {
          id: "status",
          type: "one",
          options: ["past", "ongoing", "planned", "pending"],
          asked: { tip: "required", grievance: "optional", complaint: "required" },
        },
        { id: "when", type: "period", asked: { tip: "optional", grievance: "required", complaint: "required" } },
      ],
    },
    {
      id: "treatment",
      fields: [
        {
          id: "grievance",
          type: "many",
          options: [
            "denial",
            "delay",
            "conditions",
            "unequal",
            "noReasons",
            "classification",
            "dataMisuse",
            "revocation",
            "catchAll",
            "inspection",
            "reprisal",
          ],
          asked: { grievance: "required" },
        },
        { id: "decision", type: "text", max: 4000, asked: { grievance: "required", complaint: "optional" } },
      ],
    },
    ...EVIDENCE_PAGES,
    ...PERSON_PAGES,
  ],
};
