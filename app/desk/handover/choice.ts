import type { JsonValue } from "~crypto/canonical";
import type { ForeignKey } from "~crypto/foreign-key";
import type { HandedKind } from "~workflows/handover";

/** A package that was made and saved; the act binds its digest. It is worth nothing once anything in the form changes. */
export type MadePackage = {
  readonly digest: string;
  readonly fileName: string;
  /** Bytes of the file as it was saved. */
  readonly bytes: number;
  readonly recipient: string;
  readonly kinds: readonly HandedKind[];
  /** What is kept in the case: the list of what was given, with digests. */
  readonly kept: JsonValue;
  /** What the reporter reads, in the language of the report. */
  readonly told: string;
};

/**
 * What goes to another office, as far as it is chosen.
 *
 * Shape: `messages` and `files` are ids of opened items. Nothing is chosen to begin with.
 */
export type HandoverChoice = {
  office: string;
  key: ForeignKey | null;
  /** Whether the fingerprint was compared by another way; a contact of this office is vouched for by its directory. */
  compared: boolean;
  letter: string;
  report: boolean;
  messages: string[];
  fileList: boolean;
  files: string[];
  made: MadePackage | null;
};

export const NOTHING_CHOSEN: HandoverChoice = {
  office: "",
  key: null,
  compared: false,
  letter: "",
  report: false,
  messages: [],
  fileList: false,
  files: [],
  made: null,
};

/** What the chosen parts are called in the act. */
export function kindsOf({ letter, report, messages, fileList, files }: HandoverChoice): HandedKind[] {
  return [
    ...(letter.trim() ? (["letter"] as const) : []),
    ...(report ? (["report"] as const) : []),
    ...(messages.length > 0 ? (["messages"] as const) : []),
    ...(fileList ? (["fileList"] as const) : []),
    ...(files.length > 0 ? (["files"] as const) : []),
  ];
}

/** What still has to be said before a package can be made. */
export function missingOf(choice: HandoverChoice): ("office" | "key" | "compared" | "contents")[] {
  return [
    ...(choice.office.trim() ? [] : (["office"] as const)),
    ...(choice.key ? [] : (["key"] as const)),
    ...(!choice.key || choice.compared ? [] : (["compared"] as const)),
    ...(kindsOf(choice).length > 0 ? [] : (["contents"] as const)),
  ];
}
