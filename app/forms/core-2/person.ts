import { ask, type FormPage } from "../form";
import codes from "./codes.json";
import { LINE, LONG, SHORT } from "./limits";

/** What was tried, what is sought, for whom; the reporter's own safety; and what the office may do. */
export const PERSON_PAGES: readonly FormPage[] = [
  {
    id: "remedy",
    fields: [
      {
        id: "priorSteps",
        type: "groups",
        asked: ask("O/R/R/O"),
        fields: [
          {
            id: "body",
            type: "one",
            menu: true,
            options: ["nothing", "inside", "authority", "appeal", "court", "otherBody"],
            asked: ask("R/R/R/R"),
          },
          { id: "date", type: "date", asked: ask("O/O/O/O"), shownIf: { field: "body", isNot: ["nothing"] } },
          {
            id: "result",
            type: "line",
            max: LINE,
            careful: true,
            asked: ask("O/O/O/O"),
            shownIf: { field: "body", isNot: ["nothing"] },
          },
        ],
      },
      { id: "nextDeadline", type: "date", asked: ask("–/O/O/O") },
      { id: "remedialSteps", type: "text", min: 20, max: LONG, asked: ask("–/–/–/R") },
      {
        id: "outcome",
        type: "many",
        options: [...codes.recommendations.ids, "remedy", "prosecute", "knownOnly"],
        asked: ask("O/R/R/–"),
      },
      { id: "outcomeText", type: "text", max: SHORT, asked: ask("O/O/O/–") },
      {
        id: "loss",
        type: "group",
        asked: ask("–/O/–/–"),
        fields: [
          { id: "timeCritical", type: "one", options: ["yes", "no"], asked: ask("O/O/O/O") },
          {
            id: "size",
            type: "one",
            menu: true,
            options: ["small", "noticeable", "serious", "existence", "unknown"],
            asked: ask("O/O/O/O"),
          },
          { id: "sme", type: "one", options: ["yes", "no"], asked: ask("O/O/O/O") },
          { id: "text", type: "text", max: SHORT, asked: ask("O/O/O/O") },
        ],
      },
    ],
  },
  {
    id: "standing",
    fields: [
      {
        id: "standing",
        type: "group",
        asked: ask("–/R/O/R"),
        fields: [
          { id: "organisation", type: "line", max: LINE, asked: ask("O/R/O/R") },
          { id: "register", type: "line", max: LINE, asked: ask("O/O/O/O") },
          { id: "contact", type: "line", max: LINE, asked: ask("O/O/O/O") },
        ],
      },
      {
        id: "mandate",
        type: "group",
        asked: ask("–/R/R/R"),
        fields: [
          {
            id: "onBehalf",
            type: "one",
            options: ["self", "organisation", "client", "affected"],
            asked: ask("R/R/R/R"),
          },
          { id: "authority", type: "text", max: SHORT, asked: ask("O/O/O/O") },
          {
            id: "consent",
            type: "one",
            options: ["all", "some", "none"],
            warn: ["some", "none"],
            asked: ask("–/–/R/–"),
            shownIf: { field: "onBehalf", is: ["affected"] },
          },
        ],
      },
      { id: "confid", type: "one", options: ["none", "some"], asked: ask("–/R/–/R") },
      {
        id: "confidParts",
        type: "groups",
        asked: ask("–/R/–/R"),
        shownIf: { field: "confid", is: ["some"] },
        fields: [
          {
            id: "part",
            type: "one",
            menu: true,
            options: ["story", "decision", "technology", "parties", "licence", "loss", "files", "other"],
            asked: ask("R/R/R/R"),
          },
          { id: "which", type: "line", max: LINE, asked: ask("O/O/O/O") },
          { id: "toAuthority", type: "one", options: ["yes", "ask", "no"], asked: ask("R/R/R/R") },
        ],
      },
    ],
  },
  {
    id: "safety",
    fields: [
      {
        id: "identity",
        type: "one",
        options: ["anonymous", "office", "open"],
        start: { tip: "anonymous" },
        asked: ask("R/R/R/R"),
      },
      {
        id: "name",
        type: "line",
        max: 400,
        asked: ask("O/O/O/O"),
        shownIf: { field: "identity", isNot: ["anonymous"] },
      },
      {
        id: "retaliation",
        type: "group",
        asked: ask("O/O/O/O"),
        fields: [
          { id: "state", type: "one", options: ["none", "feared", "threatened", "suffered"], asked: ask("R/R/R/R") },
          {
            id: "kinds",
            type: "many",
            options: codes.retaliationKinds.ids,
            asked: ask("O/O/O/O"),
            shownIf: { field: "state", isNot: ["none"] },
          },
          {
            id: "since",
            type: "month",
            asked: ask("O/O/O/O"),
            shownIf: { field: "state", is: ["threatened", "suffered"] },
          },
          {
            id: "what",
            type: "text",
            max: LONG,
            careful: true,
            asked: ask("O/O/O/O"),
            shownIf: { field: "state", isNot: ["none"] },
          },
        ],
      },
      { id: "safeContact", type: "text", max: SHORT, asked: ask("O/O/O/O") },
    ],
  },
  {
    id: "consent",
    fields: [
      {
        id: "consent",
        type: "many",
        options: ["referral", "authority", "exporter", "publication", "research"],
        asked: ask("O/O/O/O"),
      },
      { id: "truth", type: "tick", asked: ask("R/R/R/R") },
    ],
  },
];
