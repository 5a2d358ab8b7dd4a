import type { FormPage } from "./form";

/** What was tried, what is sought, for whom; the reporter's own safety; and what the office may do. */
export const PERSON_PAGES: readonly FormPage[] = [
  {
    id: "remedy",
    fields: [
      {
        id: "priorSteps",
        type: "text",
        max: 4000,
        asked: { tip: "optional", grievance: "required", complaint: "required" },
      },
      {
        id: "outcome",
        type: "many",
        options: ["stop", "reconsider", "reasons", "procedure", "remedy", "prosecute", "knownOnly", "other"],
        asked: { tip: "optional", grievance: "required", complaint: "required" },
      },
      {
        id: "outcomeText",
        type: "text",
        max: 2000,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
      { id: "loss", type: "text", max: 2000, asked: { grievance: "optional" } },
    ],
  },
  {
    id: "standing",
    fields: [
      { id: "standing", type: "text", max: 2000, asked: { grievance: "required", complaint: "optional" } },
      { id: "mandate", type: "text", max: 2000, asked: { grievance: "required", complaint: "required" } },
      { id: "confid", type: "text", max: 2000, asked: { grievance: "required" } },
    ],
  },
  {
    id: "safety",
    fields: [
      {
        id: "identity",
        type: "one",
        options: ["anonymous", "office", "open"],
        asked: { tip: "required", grievance: "required", complaint: "required" },
      },
      {
        id: "name",
        type: "line",
        max: 400,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
        shownIf: { field: "identity", isNot: ["anonymous"] },
      },
      {
        id: "retaliation",
        type: "one",
        options: ["none", "feared", "threatened", "suffered"],
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
      {
        id: "retaliationWhat",
        type: "text",
        max: 4000,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
        shownIf: { field: "retaliation", isNot: ["none"] },
      },
      {
        id: "safeContact",
        type: "text",
        max: 2000,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
      {
        id: "earlier",
        type: "text",
        max: 2000,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
    ],
  },
  {
    id: "consent",
    fields: [
      {
        id: "consent",
        type: "many",
        options: ["referral", "authority", "exporter", "publication", "research"],
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
      { id: "truth", type: "tick", asked: { tip: "required", grievance: "required", complaint: "required" } },
    ],
  },
];
