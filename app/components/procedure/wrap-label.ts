/** Widths of letters in parts of the font size, rounded up: the server knows no font, and a label must never leave its box. */
const NARROW = /[ijl.,'’:;|!()[\]\s\u0610-\u061a\u064b-\u065f]/;
const WIDE = /[mwMWQO@%—]/;

/** About how wide a text is drawn, in the units of `fontSize`; never less than what a common sans face needs. */
export function widthOf(text: string, fontSize: number): number {
  const parts = [...text].map((letter) => (NARROW.test(letter) ? 0.38 : WIDE.test(letter) ? 0.98 : 0.66));
  return parts.reduce((sum, part) => sum + part, 0) * fontSize;
}

/** Breaks a label into lines that fit a width; a single long word stands alone on its line. */
export function wrapLabel(label: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, fontSize) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
