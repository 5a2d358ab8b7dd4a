import { type Answer, type Answers, type Field, isAnswered, type Kind, type Row } from "./form";
import { visibleDetails, visibleFields } from "./shown";

/** The answers that are sent: trimmed, and without those to questions that are no longer asked or were left empty. */
export function answersToSend(kind: Kind, answers: Answers): Answers {
  const kept: Answers = {};
  for (const field of visibleFields(kind, answers)) {
    const answer = answers[field.id];
    if (isAnswered(answer)) kept[field.id] = tidy(field, answer, answers);
  }
  return kept;
}

function tidy(field: Field, answer: Answer, answers: Answers): Answer {
  if (typeof answer === "string") return answer.trim();
  if (field.type === "group") return tidyRow(field, answer as Row, answers);
  if (field.type === "groups" || field.type === "files") {
    const rows = (answer as Row[]).filter(isAnswered);
    return rows.map((row) => ({ ...tidyRow(field, row, answers), ...(row.file !== undefined && { file: row.file }) }));
  }
  if (field.type === "flags") {
    return (answer as Row[]).map(({ id = "", note }) => {
      const said = String(note ?? "").trim();
      return said ? { id, note: said } : { id };
    });
  }
  return answer;
}

function tidyRow(field: Field, row: Row, answers: Answers): Row {
  const kept: Row = {};
  for (const detail of visibleDetails(field, row, answers)) {
    const answer = row[detail.id];
    if (isAnswered(answer)) kept[detail.id] = tidy(detail, answer, answers) as Row[string];
  }
  return kept;
}
