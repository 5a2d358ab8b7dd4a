/** Controls, direction overrides and invisible characters: what could make a text look like another one. */
const HIDDEN = /(?![\n\r\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/** Text with hidden characters written out by name (`[U+202E]`). Joiners stay: Arabic and Persian are written with them. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}

/** A file name that no system reads as a path or a hidden file. */
export function safeFileName(name: string): string {
  const clean = name
    .replace(HIDDEN, "")
    .replace(/[\n\r\t<>:"/\\|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return clean.slice(-120) || "file";
}
