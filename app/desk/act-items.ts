import type { JsonValue } from "~crypto/canonical";
import type { FormNeed } from "~workflows/guards/check";
import type { ActAnswers } from "./act-answers";
import { needsOf, offersFiles, offersNote } from "./act-needs";
import type { MadePackage } from "./handover/choice";
import { textOf } from "./public-text";
import type { CaseRecord, EventType, OpenAct } from "./records";
import { triageBody } from "./triage/sheet";

/**
 * An item before it is sealed: where it goes, what it is, what it says.
 *
 * Shape: `plain` is what a bare OpenPGP reporter gets. With a `file`, the body is made when its part is sealed.
 */
export type DraftItem = {
  compartment: "correspondence" | "deliberation" | "respondent";
  kind: string;
  body: JsonValue;
  plain?: string;
  file?: File;
};

const DECIDING: readonly EventType[] = ["decision.issue", "recommendation.issue"];

/** The kind under which an act's reasons are filed. */
export function reasonsKind(event: OpenAct["event"]): "findings" | "decision" | "rationale" {
  if (event === "findings.submit") return "findings";
  return DECIDING.includes(event) ? "decision" : "rationale";
}

/**
 * What an act brings, from what its form says. `salt` makes a triage sheet, or a text that is not yet public, impossible to
 * guess from its digest.
 */
export function draftItems(act: OpenAct, answers: ActAnswers, record: CaseRecord, salt: string): DraftItem[] {
  const items: DraftItem[] = [];
  const needs = needsOf(act, answers);
  const asks = (need: FormNeed) => needs.includes(need);
  if (asks("rationale")) items.push(office(reasonsKind(act.event), reasonsBody(act, answers)));
  if (asks("triage")) items.push(office("triage", triageBody(answers, record, salt)));
  if (asks("statement") && act.for)
    items.push(office("statement", { for: act.for, statement: textOf(answers.statement, salt) }));
  if (asks("note") || ((offersNote(act) || asks("files")) && answers.note.trim()))
    items.push(office("note", noteBody(act, answers)));
  if (asks("files") && answers.file) items.push({ ...office("file", null), file: answers.file });
  if (asks("package")) items.push(outside("package", { text: answers.package.trim() }));
  if (asks("handover") && answers.handover.made) items.push(...handedOver(answers.handover.made));
  if (asks("answer")) items.push(outside("answer", { text: answers.answer.trim(), event: act.event }));
  if (asks("message")) {
    items.push(letter("message", answers.message));
    if (offersFiles(act, record)) items.push(...answers.attached.map(enclosure));
  }
  if (asks("notice")) items.push(letter("notice", answers.notice));
  return items;
}

function office(kind: string, body: JsonValue): DraftItem {
  return { compartment: "deliberation", kind, body };
}

function outside(kind: "package" | "answer", body: JsonValue): DraftItem {
  return { compartment: "respondent", kind, body };
}

function letter(kind: "message" | "notice", text: string): DraftItem {
  return { compartment: "correspondence", kind, body: { text: text.trim() }, plain: text.trim() };
}

/** What was handed to another office: the list of it for those who come later, and the line that tells the reporter. */
function handedOver({ kept, told }: MadePackage): DraftItem[] {
  const line = { text: told };
  return [office("handover", kept), { compartment: "correspondence", kind: "transfer", body: line, plain: told }];
}

/** A file for the reporter, beside the message that it comes with. */
function enclosure(file: File): DraftItem {
  return { compartment: "correspondence", kind: "file", body: null, file };
}

/** A note says which step it belongs to, and which file it describes; a note that is a step of its own belongs to none. */
function noteBody({ event }: OpenAct, { note, file }: ActAnswers): JsonValue {
  return {
    text: note.trim(),
    ...(event !== "case.note" && { event }),
    ...(event === "evidence.add" && file && { file: file.name }),
  };
}

function reasonsBody(act: OpenAct, answers: ActAnswers): JsonValue {
  return {
    event: act.event,
    ...(act.for && { for: act.for }),
    text: answers.rationale.trim(),
    standards: [...answers.standards].sort(),
    ...(act.needs.includes("ground") && { ground: answers.ground }),
    ...(act.needs.includes("outcome") && { outcome: answers.outcome }),
    ...(act.needs.includes("recommendations") && { recommendations: [...answers.recommendations].sort() }),
    ...(act.needs.includes("withhold") && { withhold: answers.withhold }),
  };
}
