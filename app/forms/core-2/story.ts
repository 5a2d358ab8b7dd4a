import { ask, type FormPage } from "../form";
import { LINE, LONG, STORY } from "./limits";

/** Who is in danger, how the reporter knows, what happened, and what the authority did. */
export const STORY_PAGES: readonly FormPage[] = [
  {
    id: "urgency",
    fields: [
      { id: "urgent", type: "one", options: ["no", "unsure", "yes"], warn: ["yes"], asked: ask("R/–/R/–") },
      {
        id: "urgentWhat",
        type: "text",
        max: LONG,
        careful: true,
        asked: ask("O/–/R/–"),
        shownIf: { field: "urgent", isNot: ["no"] },
      },
      { id: "urgentShown", type: "tick", asked: ask("O/–/O/–"), shownIf: { field: "urgent", isNot: ["no"] } },
    ],
  },
  {
    // Before the story: whoever is one of few has to know it while writing, not afterwards.
    id: "knowledge",
    fields: [
      {
        id: "basis",
        type: "many",
        options: ["seen", "document", "told", "inferred", "public"],
        asked: ask("R/–/R/–"),
      },
      {
        id: "fewKnow",
        type: "one",
        options: ["under5", "5to20", "over20", "unsure"],
        warn: ["under5"],
        asked: ask("R/–/O/–"),
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
        asked: ask("O/–/O/–"),
      },
    ],
  },
  {
    id: "story",
    fields: [
      { id: "summary", type: "text", min: 50, max: STORY, careful: true, asked: ask("R/R/R/R") },
      { id: "status", type: "one", options: ["past", "ongoing", "planned", "pending"], asked: ask("R/O/R/O") },
      { id: "when", type: "period", asked: ask("O/R/R/O") },
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
        asked: ask("–/R/–/–"),
      },
      {
        id: "decision",
        type: "group",
        asked: ask("–/R/O/–"),
        fields: [
          { id: "what", type: "one", options: ["decision", "silence"], asked: ask("R/R/R/R") },
          { id: "authority", type: "line", max: LINE, asked: ask("O/O/O/O") },
          {
            id: "asked",
            type: "date",
            asked: ask("O/O/O/O"),
            shownIf: { field: "what" },
          },
          { id: "received", type: "date", asked: ask("O/R/O/O"), shownIf: { field: "what", is: ["decision"] } },
          { id: "text", type: "text", max: LONG, asked: ask("O/O/O/O") },
        ],
      },
    ],
  },
];
