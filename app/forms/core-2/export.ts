import { ask, type FormPage } from "../form";
import codes from "./codes.json";
import { LINE, LONG, PEOPLE_BANDS, QUANTITY_BANDS, SHORT } from "./limits";

const ROLES = [
  "exporter",
  "manufacturer",
  "broker",
  "freight",
  "intermediary",
  "consignee",
  "endUser",
  "ultimateEndUser",
  "financier",
  "official",
] as const;

/** The technology and its way, who took part, and whom it harmed. */
export const EXPORT_PAGES: readonly FormPage[] = [
  {
    id: "technology",
    fields: [
      {
        id: "items",
        type: "groups",
        asked: ask("O/R/O/R"),
        fields: [
          { id: "family", type: "one", menu: true, options: codes.itemCategories.ids, asked: ask("R/R/R/R") },
          { id: "code", type: "line", max: 40, asked: ask("O/O/O/O"), shownIf: { field: "family" } },
          { id: "product", type: "line", max: LINE, asked: ask("O/R/O/R") },
          { id: "version", type: "line", max: LINE, asked: ask("O/O/O/O") },
          { id: "quantity", type: "one", menu: true, options: QUANTITY_BANDS, asked: ask("O/O/O/O") },
        ],
      },
      { id: "endUseStated", type: "text", max: SHORT, asked: ask("O/R/O/O") },
      { id: "endUseSeen", type: "text", max: LONG, careful: true, asked: ask("O/O/O/O") },
    ],
  },
  {
    id: "route",
    fields: [
      {
        id: "dest",
        type: "groups",
        asked: ask("O/R/R/O"),
        fields: [{ id: "country", type: "country", asked: ask("R/R/R/R") }],
      },
      {
        id: "route",
        type: "groups",
        asked: ask("O/O/O/O"),
        fields: [{ id: "country", type: "country", asked: ask("R/R/R/R") }],
      },
      {
        id: "licence",
        type: "group",
        asked: ask("O/O/O/O"),
        fields: [
          { id: "number", type: "line", max: LINE, careful: true, asked: ask("O/O/O/O") },
          { id: "authority", type: "line", max: LINE, asked: ask("O/O/O/O") },
          {
            id: "type",
            type: "one",
            menu: true,
            options: ["individual", "global", "general", "catchAll", "none", "unknown"],
            asked: ask("O/O/O/O"),
          },
          {
            id: "decision",
            type: "one",
            menu: true,
            options: ["granted", "refused", "conditioned", "pending", "revoked"],
            asked: ask("O/O/O/O"),
          },
          { id: "applied", type: "date", asked: ask("O/O/O/O") },
          { id: "decided", type: "date", asked: ask("O/O/O/O") },
          { id: "appealBy", type: "date", asked: ask("–/O/O/O") },
        ],
      },
    ],
  },
  {
    id: "parties",
    fields: [
      {
        id: "parties",
        type: "groups",
        asked: ask("O/R/R/R"),
        fields: [
          { id: "role", type: "one", menu: true, options: ROLES, asked: ask("R/R/R/R") },
          { id: "name", type: "line", max: LINE, asked: ask("O/R/O/R") },
          { id: "country", type: "country", asked: ask("O/O/O/O") },
          { id: "source", type: "line", max: LINE, careful: true, asked: ask("O/O/O/O") },
        ],
      },
    ],
  },
  { id: "signs", fields: [{ id: "redFlags", type: "flags", options: codes.redFlags.ids, asked: ask("O/–/O/–") }] },
  {
    id: "harm",
    fields: [
      { id: "harm", type: "many", options: codes.harms.ids, asked: ask("O/–/R/–") },
      {
        id: "affected",
        type: "group",
        asked: ask("O/–/R/–"),
        shownIf: { field: "harm" },
        fields: [
          { id: "group", type: "line", max: LINE, careful: true, asked: ask("O/O/R/O") },
          { id: "number", type: "one", menu: true, options: PEOPLE_BANDS, asked: ask("O/O/O/O") },
          {
            id: "vulnerable",
            type: "many",
            options: [
              "children",
              "women",
              "journalists",
              "lawyers",
              "defenders",
              "minorities",
              "displaced",
              "opposition",
            ],
            asked: ask("O/O/O/O"),
          },
          { id: "place", type: "line", max: LINE, asked: ask("O/O/O/O") },
        ],
      },
      { id: "rights", type: "text", max: LONG, asked: ask("–/–/R/–") },
    ],
  },
  {
    id: "evidence",
    fields: [
      {
        id: "evidence",
        type: "files",
        asked: ask("O/O/O/O"),
        fields: [
          { id: "kind", type: "one", menu: true, options: codes.evidenceKinds.ids, asked: ask("O/O/O/O") },
          { id: "original", type: "one", menu: true, options: ["original", "copy", "unsure"], asked: ask("O/O/O/O") },
          {
            id: "share",
            type: "one",
            menu: true,
            options: ["none", "authority", "parties", "public"],
            asked: ask("O/O/O/O"),
          },
          { id: "origin", type: "line", max: LINE, careful: true, asked: ask("O/O/O/O") },
        ],
      },
      { id: "evidenceElse", type: "text", max: LONG, careful: true, asked: ask("O/O/O/O") },
    ],
  },
];
