import { type Answer, type Answers, isKind, type Kind } from "./form";
import { hasShape, isObject } from "./shape";
import { CURRENT, pagesFor } from "./shown";

/** A draft as it can be written on: what did not fit is given back as text, so that nothing is lost unseen. */
export type Carried = { kind: Kind; answers: Answers; isOlder: boolean; left: { field: string; text: string }[] };

/**
 * Takes a draft's answers over into today's form. What is in the file is anything; only answers of the right shape go on.
 *
 * Shape: null if it is no draft of this form at all; "newer" if a later form than this software knows made it.
 */
export function carryOver(draft: unknown): Carried | "newer" | null {
  if (!isObject(draft) || !isKind(draft.kind) || !isObject(draft.answers)) return null;
  const version = versionOf(draft.form);
  const today = versionOf(CURRENT.id);
  if (version === null || today === null) return null;
  if (version > today) return "newer";
  const fields = pagesFor(draft.kind).flatMap((page) => page.fields);
  const answers: Answers = {};
  const left: Carried["left"] = [];
  for (const [id, answer] of Object.entries(draft.answers)) {
    const field = fields.find((one) => one.id === id);
    if (field && hasShape(field, answer)) answers[id] = answer as Answer;
    else if (textOf(answer)) left.push({ field: id, text: textOf(answer) });
  }
  return { kind: draft.kind, answers, isOlder: version < today, left };
}

/** "core/2" is 2. */
function versionOf(form: unknown): number | null {
  const found = typeof form === "string" ? /^core\/(\d{1,4})$/.exec(form) : null;
  return found ? Number(found[1]) : null;
}

function textOf(answer: unknown): string {
  if (typeof answer === "string") return answer.trim();
  if (Array.isArray(answer)) return answer.map(textOf).filter(Boolean).join("\n");
  return isObject(answer) ? textOf(Object.values(answer)) : "";
}
