import type { PickedFile } from "../files/picked-file";

/** Messages that the office has to find again: when to reach the reporter safely, and what they wrote before. */
export type Topic = "safeContact" | "earlier";

/** What one step asks of the reporter, besides pressing its button. */
export type Plan = {
  /** The step of the procedure, where several lines of the page are one and the same. */
  event?: string;
  /** What the message is about; it is sealed with the words. */
  topic?: Topic;
  /** Words: needed, welcome, or welcome with the step's own name sealed in their place. */
  text?: "needed" | "may" | "orName";
  files?: "needed" | "may";
  /** The one code that is chosen from a list. Only a person can be left open, and is described instead. */
  choice?: "reason" | "person" | "purpose" | "implementation";
  /** Something that cannot simply be taken back: it is confirmed first. */
  isWeighty?: boolean;
  /** What the stage itself asks for; it is named at the top of the page too. */
  isAsked?: boolean;
};

/** Every step that the mailbox can offer, in the order in which they are offered. */
export const ACTS: { readonly [event: string]: Plan } = {
  "reporter.reply": { text: "needed", files: "may", isAsked: true },
  "comment.received": { text: "needed", files: "may", isAsked: true },
  "reporter.acceptSolution": { text: "orName", isWeighty: true, isAsked: true },
  "party.accept": { text: "orName", isWeighty: true, isAsked: true },
  "party.decline": { text: "orName", isWeighty: true, isAsked: true },
  "parallel.concluded": { text: "needed", files: "may", isAsked: true },
  "reporter.rescind": { isAsked: true },
  "reporter.rejoin": { isAsked: true },
  "reporter.message": { text: "needed", files: "may" },
  "review.request": { choice: "reason", text: "needed", isAsked: true },
  "followup.record": { choice: "implementation", text: "orName", isAsked: true },
  "evidence.add": { files: "needed", text: "orName" },
  "urgent.flag": { text: "may" },
  "retaliation.report": { text: "needed", files: "may" },
  "conflict.allege": { choice: "person", text: "may" },
  "wish.contact": { event: "reporter.message", topic: "safeContact", text: "needed" },
  "wish.earlier": { event: "reporter.message", topic: "earlier", text: "needed" },
  "consent.give": { choice: "purpose", text: "may", isWeighty: true },
  "consent.withdraw": { choice: "purpose" },
  "goodOffices.end": { text: "orName", isWeighty: true },
  "reporter.withdraw": { text: "may", isWeighty: true },
};

const YES = ["reporter.acceptSolution", "party.accept"];

/** What can be done now, in order. Answering is also writing, so the two are not both offered; a yes is given once. */
export function offered({ open, hasAccepted }: { open: readonly string[]; hasAccepted: boolean }): string[] {
  const isAnswering = open.includes("reporter.reply");
  return Object.keys(ACTS).filter(
    (event) =>
      open.includes(ACTS[event]?.event ?? event) &&
      !(isAnswering && event === "reporter.message") &&
      !(hasAccepted && YES.includes(event)),
  );
}

/** What the act says in the clear. */
export type ActCodes = { [name in "reason" | "person" | "purpose" | "until" | "implementation"]?: string };

/** What was typed and chosen for one step and is not sent. `id` stays, so that sending again is the same act. */
export type Draft<Sealed> = {
  id: string;
  text: string;
  files: PickedFile[];
  codes: ActCodes;
  isSure: boolean;
  sealed: Sealed | null;
};

/** What is still to be put right before a step can be sent, by the part of the form that it is in. */
export function missingIn(event: string, draft: Draft<unknown>): ("choice" | "text" | "files" | "sure")[] {
  const { text, files, choice, isWeighty } = ACTS[event] ?? {};
  const isNameless = choice === "person" && !draft.codes.person;
  const hasText = draft.text.trim() !== "";
  const isUnchosen = choice !== undefined && choice !== "person" && !draft.codes[choice];
  // Consent to tell who the reporter is says to whom.
  const needsWhom = draft.codes.purpose === "disclosure" && event === "consent.give";
  return [
    ...(isUnchosen ? (["choice"] as const) : []),
    ...(!hasText && (text === "needed" || isNameless || needsWhom) ? (["text"] as const) : []),
    ...(files === "needed" && draft.files.length === 0 ? (["files"] as const) : []),
    ...(isWeighty && !draft.isSure ? (["sure"] as const) : []),
  ];
}
