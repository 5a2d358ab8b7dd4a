/** Sorts of files that cannot be cleaned here; for each the catalogue says what may be inside. */
const GROUPS: [string, RegExp][] = [
  ["photo", /\.(heic|heif|avif|tiff?|dng|cr[23]|nef|arw|raf|orf|bmp|jxl|jp2|svg|psd|xcf)$/i],
  ["audio", /\.(mp3|m4a|aac|wav|ogg|opus|flac|amr|wma)$/i],
  ["video", /\.(mp4|m4v|mov|avi|mkv|webm|3gp|wmv|mts)$/i],
  ["openDocument", /\.(od[tspg]|ott|pages|numbers|key)$/i],
  ["oldOffice", /\.(docm?|dotx?|xlsm?|xlsb|pptm?|ppsx?|rtf|vsdx?|mpp|one)$/i],
  ["archive", /\.(zip|7z|rar|tar|t?gz|bz2|xz|iso|dmg)$/i],
  ["email", /\.(eml|msg|mbox|pst|ost)$/i],
  ["text", /\.(txt|csv|tsv|md|json|xml|log|html?)$/i],
];

/** What sort of file a name speaks of; "other" for all the rest. */
export function groupOf(name: string): string {
  return GROUPS.find(([, form]) => form.test(name))?.[0] ?? "other";
}
