import { type FormCatalogue, fieldWords, sayValue } from "./field-words";
import { type Answer, type Field, isAnswered, type Kind, type Row } from "./form";
import { hasShape } from "./shape";

/** One answered question in words: single values, or rows of a group with lines of their own. */
export type Line = {
  label: string;
  values: string[];
  /** A tick, or a span that is only about right: said by the page in its own words. */
  is: "" | "yes" | "about";
  rows: { title: string; lines: Line[] }[];
};

type Saying = { catalogue: FormCatalogue; kind: Kind; language: string };

/**
 * Says one answer in words. An answer of another shape, made by hand, is shown as it stands rather than hidden.
 *
 * Shape: `path` leads to a detail of a group.
 */
export function sayAnswer(field: Field, answer: unknown, saying: Saying, path = field.id): Line {
  const words = fieldWords(saying.catalogue, field, saying.kind, path);
  const line: Line = { label: words.label, values: [], is: "", rows: [] };
  if (!hasShape(field, answer)) return { ...line, values: [rawText(answer)] };
  const say = (value: unknown) => sayValue(field, words, saying.language, String(value));
  switch (field.type) {
    case "tick":
      return { ...line, is: answer === true ? "yes" : "" };
    case "period": {
      const { from, to, about } = answer as { from: string; to: string; about: boolean };
      return { ...line, values: [`${from || "…"} – ${to || "…"}`], is: about ? "about" : "" };
    }
    case "many":
      return { ...line, values: (answer as string[]).map(say) };
    case "flags": {
      const flags = answer as Row[];
      const lines = flags.map(({ id, note }) => sayFlag(words.option(String(id)), note));
      return { ...line, rows: [{ title: "", lines }] };
    }
    case "group":
      return { ...line, rows: [{ title: "", lines: sayRow(field, answer as Row, saying, path) }] };
    case "groups":
    case "files":
      return { ...line, rows: sayRows(field, answer as Row[], saying, path, words.other("one")) };
    default:
      return { ...line, values: field.options || field.type === "country" ? [say(answer)] : [String(answer)] };
  }
}

function sayFlag(label: string, note: Answer | undefined): Line {
  return { label, values: note ? [String(note)] : [], is: "", rows: [] };
}

function sayRows(field: Field, rows: Row[], saying: Saying, path: string, title: string): Line["rows"] {
  return rows.map((row, index) => ({
    title: typeof row.file === "string" ? row.file : title.replace("{{count}}", String(index + 1)),
    lines: sayRow(field, row, saying, `${path}.${index}`),
  }));
}

/** Known details in the form's order, then whatever else the row holds. */
function sayRow(field: Field, row: Row, saying: Saying, path: string): Line[] {
  const details = field.fields ?? [];
  const known = details
    .filter(({ id }) => isAnswered(row[id]))
    .map((detail) => sayAnswer(detail, row[detail.id], saying, `${path}.${detail.id}`));
  const others = Object.entries(row).filter(([id]) => id !== "file" && !details.some((detail) => detail.id === id));
  return [
    ...known,
    ...others.map(([label, value]) => ({ label, values: [rawText(value)], is: "" as const, rows: [] })),
  ];
}

/** Something unexpected, as it stands. */
export function rawText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
