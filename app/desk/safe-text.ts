/**
 * Characters that change how text around them looks, or that cannot be seen: controls, bidi embeddings and isolates,
 * zero-width characters, tags and the byte order mark. New lines and tabs stay, and so do the zero-width joiner and
 * non-joiner, which Persian and Indic words are written with, and Arabic signs that are seen.
 */
const HIDDEN = /(?!\u200C|\u200D|[\t\n\r\u0600-\u0605\u06DD\u070F\u08E2])[\p{Cc}\p{Cf}]/gu;

export type TextRun = { text: string; hidden: boolean };

/**
 * Splits text from outside into what can be shown as it is, and hidden characters by their names (`U+202E`).
 *
 * Shape: runs in reading order; joined, with names for hidden characters, they are the whole text.
 */
export function visibleRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index), hidden: false });
    runs.push({ text: nameOf(match[0]), hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), hidden: false });
  return runs;
}

/** Text with hidden characters written out by name, for places that take plain text only. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, nameOf);
}

/**
 * A file name that no system reads as a path, a device or a hidden file.
 *
 * Shape: at most 120 characters, the ending kept; "file" when nothing is left.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(HIDDEN, "")
    .replace(/[<>:"/\\|?*]|\p{Cc}/gu, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `_${clean}` : clean;
  if (safe.length <= 120) return safe || "file";
  const ending = /\.[^.]{1,12}$/.exec(safe)?.[0] ?? "";
  return safe.slice(0, 120 - ending.length) + ending;
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
