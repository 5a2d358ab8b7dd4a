/**
 * Characters that change how text around them looks, or that cannot be seen: controls, bidi embeddings and isolates,
 * zero-width characters, tags and the byte order mark. Zero-width joiner and non-joiner stay, because Persian and
 * Arabic words are written with them; new lines and tabs stay too.
 */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

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
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
    .replace(/[\u0000-\u001F<>:"/\\|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `_${clean}` : clean;
  if (safe.length <= 120) return safe || "file";
  const ending = /\.[^.]{1,12}$/.exec(safe)?.[0] ?? "";
  return safe.slice(0, 120 - ending.length) + ending;
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
