import { DESK_LANGUAGES } from "./languages";

/** Messages of a namespace by their keys: all of them, none, or those that the pattern takes. */
type Part = "all" | "none" | RegExp;

/**
 * The catalogues, one file each in every language's folder, and what of each the public and the reporter's pages read:
 * that part exists in all seven languages, the rest in the desk's two. A new file needs one line here and nothing else.
 * `codes` holds words for ids that the machines use; the published procedure reads some of them.
 */
const REPORTER_PARTS = {
  public: "all",
  reporter: "all",
  form: "all",
  mail: /^party\./,
  letters: "all",
  procedure: "all",
  codes: /^((kinds|states|events|roles)\..+\.label|states\..+\.means|tiers\..+\.(short|means)|duties\..+)$/,
  files: "all",
  mailbox: "all",
  armored: "all",
  guidance: "all",
  traces: "all",
  decisions: "all",
  questions: /^(page|ask|thread)\./,
  front: "none",
  handover: "none",
  offline: /^(page|sealed|instead|public|hand)\./,
  desk: "none",
  notices: "none",
  people: "none",
  batch: "none",
  publish: "none",
  policy: "none",
  retention: "none",
} satisfies Record<string, Part>;

export type Namespace = keyof typeof REPORTER_PARTS;
export const NAMESPACES = Object.keys(REPORTER_PARTS) as Namespace[];

/** What the hydrated pages load, in the reader's language and in English. */
export const DESK_NAMESPACES = [
  "desk",
  "files",
  "codes",
  "procedure",
  "notices",
  "people",
  "batch",
  "publish",
  "policy",
  "retention",
  "front",
  "questions",
  "offline",
  "handover",
] as const satisfies Namespace[];

/** Whether a message has to exist in this language. */
export function isNeeded(language: string, namespace: Namespace, key: string): boolean {
  return (DESK_LANGUAGES as readonly string[]).includes(language) || isForReporters(namespace, key);
}

/** Whether the public or the reporter's pages read a message. */
export function isForReporters(namespace: Namespace, key: string): boolean {
  const part: Part = REPORTER_PARTS[namespace];
  return part === "all" || (part !== "none" && part.test(key));
}
