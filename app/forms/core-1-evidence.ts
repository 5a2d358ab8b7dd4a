import type { FormPage } from "./form";

/** Warning signs of a suspicious export that an outsider or an employee can notice; the office's list is longer. */
const RED_FLAGS = [
  "RF-02",
  "RF-03",
  "RF-10",
  "RF-11",
  "RF-15",
  "RF-16",
  "RF-17",
  "RF-18",
  "RF-19",
  "RF-20",
  "RF-22",
  "RF-24",
  "RF-27",
  "RF-30",
  "RF-31",
  "RF-34",
] as const;

/** Kinds of harm that surveillance technology does. */
const HARMS = [
  "killing",
  "disappearance",
  "torture",
  "detention",
  "interception",
  "intrusion",
  "massSurveillance",
  "location",
  "biometric",
  "discrimination",
  "sources",
  "assembly",
  "exile",
  "dataLeak",
  "gender",
  "children",
  "economic",
  "other",
] as const;

/** What it is about: the technology, the parties, the harm, and how the reporter knows. */
export const EVIDENCE_PAGES: readonly FormPage[] = [
  {
    id: "technology",
    fields: [
      {
        id: "items",
        type: "text",
        max: 4000,
        asked: { tip: "optional", grievance: "required", complaint: "optional" },
      },
      { id: "dest", type: "line", max: 400, asked: { tip: "optional", grievance: "required", complaint: "required" } },
      {
        id: "endUseStated",
        type: "text",
        max: 2000,
        asked: { tip: "optional", grievance: "required", complaint: "optional" },
      },
      { id: "endUseSeen", type: "text", max: 4000, asked: { tip: "optional", complaint: "optional" } },
      {
        id: "licence",
        type: "text",
        max: 2000,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
    ],
  },
  {
    id: "parties",
    fields: [
      {
        id: "parties",
        type: "text",
        max: 4000,
        asked: { tip: "optional", grievance: "required", complaint: "required" },
      },
      { id: "redFlags", type: "many", options: RED_FLAGS, asked: { tip: "optional", complaint: "optional" } },
    ],
  },
  {
    id: "harm",
    fields: [
      { id: "harm", type: "many", options: HARMS, asked: { tip: "optional", complaint: "required" } },
      {
        id: "affected",
        type: "text",
        max: 4000,
        asked: { tip: "optional", complaint: "required" },
        shownIf: { field: "harm" },
      },
      { id: "rights", type: "text", max: 4000, asked: { complaint: "required" } },
    ],
  },
  {
    id: "knowledge",
    fields: [
      {
        id: "basis",
        type: "many",
        options: ["seen", "document", "told", "inferred", "public"],
        asked: { tip: "required", complaint: "required" },
      },
      {
        id: "fewKnow",
        type: "one",
        options: ["under5", "5to20", "over20", "unsure"],
        warn: ["under5"],
        asked: { tip: "required", complaint: "optional" },
      },
      {
        id: "relation",
        type: "one",
        options: [
          "notSaid",
          "employee",
          "former",
          "contractor",
          "supplier",
          "official",
          "researcher",
          "affected",
          "other",
        ],
        asked: { tip: "optional", complaint: "optional" },
      },
    ],
  },
  {
    id: "evidence",
    fields: [
      {
        id: "evidenceElse",
        type: "text",
        max: 4000,
        asked: { tip: "optional", grievance: "optional", complaint: "optional" },
      },
    ],
  },
];
