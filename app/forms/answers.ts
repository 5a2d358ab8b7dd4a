import { type Answer, type Answers, type Field, type Form, isAnswered, type Kind, type Row } from "./form";
import { hasShape, isCountry, isDate, isMonth, liesBefore, MAX_FILES, MAX_NOTE, MAX_ROWS } from "./shape";
import { CURRENT, visibleDetails, visibleFields } from "./shown";

/**
 * Something that stands in the way of sending.
 *
 * Shape: `field` is a path: "summary", "licence.decided", "items.0.family". `other` is the path of a date that this one
 *        contradicts. "shape" and "notAsked" cannot come from the form itself, only from what was made by hand.
 * Units: `limit` is characters, for "tooMany" rows.
 */
export type AnswerFault = {
  field: string;
  fault:
    | "missing"
    | "tooShort"
    | "tooLong"
    | "tooMany"
    | "month"
    | "date"
    | "order"
    | "dates"
    | "unknown"
    | "shape"
    | "notAsked";
  limit?: number;
  other?: string;
};

/**
 * Everything that stands in the way of sending, in the order of the form.
 *
 * Shape: an empty list when the answers are complete. Hidden fields are never at fault.
 */
export function checkAnswers(kind: Kind, answers: Answers, form: Form = CURRENT): AnswerFault[] {
  const shown = visibleFields(kind, answers, form);
  const faults = shown.flatMap((field) => findFaults(field, { kind, answers, path: field.id }, answers[field.id]));
  const dates = (form.dates ?? []).flatMap(({ earlier, later }): AnswerFault[] => {
    const [one, other] = [earlier, later].map((path) => readDate(path, shown, answers));
    return one && other && liesBefore(other, one) ? [{ field: later, fault: "dates", other: earlier }] : [];
  });
  return [...faults, ...dates];
}

type Place = { kind: Kind; answers: Answers; path: string };

function findFaults(field: Field, place: Place, answer: Answer | undefined): AnswerFault[] {
  const { path } = place;
  const isRequired = field.asked[place.kind] === "required";
  if (answer !== undefined && !hasShape(field, answer)) return [{ field: path, fault: "shape" }];
  if (!isAnswered(answer)) {
    // A group says which of its parts is needed rather than that something is.
    const parts = isRequired && field.type === "group" ? findInRow(field, place, {}) : [];
    return isRequired && parts.length === 0 ? [{ field: path, fault: "missing" }] : parts;
  }
  switch (field.type) {
    case "group":
      return findInRow(field, place, answer as Row);
    case "groups":
    case "files":
      return findInRows(field, place, answer as Row[]);
    case "flags":
      return findInFlags(field, path, answer as Row[]);
    default:
      return findInValue(field, path, answer);
  }
}

function findInRow(field: Field, place: Place, row: Row): AnswerFault[] {
  return visibleDetails(field, row, place.answers).flatMap((detail) =>
    findFaults(detail, { ...place, path: `${place.path}.${detail.id}` }, row[detail.id]),
  );
}

function findInRows(field: Field, place: Place, rows: Row[]): AnswerFault[] {
  const limit = field.type === "files" ? MAX_FILES : MAX_ROWS;
  if (rows.length > limit) return [{ field: place.path, fault: "tooMany", limit }];
  return rows.flatMap((row, index) =>
    isAnswered(row) ? findInRow(field, { ...place, path: `${place.path}.${index}` }, row) : [],
  );
}

function findInFlags(field: Field, path: string, rows: Row[]): AnswerFault[] {
  const ids = rows.map(({ id }) => String(id));
  if (ids.some((id) => !field.options?.includes(id)) || new Set(ids).size < ids.length) {
    return [{ field: path, fault: "unknown" }];
  }
  return rows.some(({ note }) => String(note ?? "").length > MAX_NOTE)
    ? [{ field: path, fault: "tooLong", limit: MAX_NOTE }]
    : [];
}

function findInValue(field: Field, path: string, answer: Answer): AnswerFault[] {
  const fault = (name: AnswerFault["fault"], limit?: number): AnswerFault[] => [
    limit === undefined ? { field: path, fault: name } : { field: path, fault: name, limit },
  ];
  if (field.type === "period" && typeof answer === "object" && "from" in answer) {
    const { from, to } = answer as { from: string; to: string };
    if ([from, to].some((month) => month !== "" && !isMonth(month))) return fault("month");
    return from && to && liesBefore(to, from) ? fault("order") : [];
  }
  if (field.options) {
    const chosen = Array.isArray(answer) ? answer.map(String) : [String(answer)];
    return chosen.every((option) => field.options?.includes(option)) ? [] : fault("unknown");
  }
  if (typeof answer !== "string") return [];
  const text = answer.trim();
  if (field.type === "country" && !isCountry(text)) return fault("unknown");
  if (field.type === "month" && !isMonth(text)) return fault("month");
  if (field.type === "date" && !isDate(text)) return fault("date");
  if (field.min && text.length < field.min) return fault("tooShort", field.min);
  return field.max && text.length > field.max ? fault("tooLong", field.max) : [];
}

/** A date by its path, where it is asked and can be read. */
function readDate(path: string, shown: readonly Field[], answers: Answers): string | null {
  const [id = "", part] = path.split(".");
  const field = shown.find((one) => one.id === id);
  const answer = field && answers[id];
  if (!field || !hasShape(field, answer)) return null;
  const row = part === undefined ? null : (answer as Row);
  if (row && !visibleDetails(field, row, answers).some((detail) => detail.id === part)) return null;
  const value = row ? row[part as string] : answer;
  return typeof value === "string" && isDate(value.trim()) ? value.trim() : null;
}
