/** One all-day entry for each day, under one title. */
export type Reminders = { days: readonly string[]; title: string; id: string };

/** The longest line in octets, without its line break (RFC 5545 §3.1). */
const LINE_OCTETS = 75;

/**
 * Writes days as a calendar file.
 *
 * Shape:  whole-day entries that block nothing and ring nothing; no place, no address, no name and no time of writing stand in
 *         it. `id` is random and makes the entries new ones, so that none replaces another.
 * Units:  days as YYYY-MM-DD.
 * Source: RFC 5545 §3.4, §3.6.1; §3.3.11 for the signs that a text has to escape.
 */
export function writeCalendar({ days, title, id }: Reminders): string {
  const entries = days.flatMap((day, index) => [
    "BEGIN:VEVENT",
    `UID:${id}-${index}`,
    // It has to be there; the day itself says nothing about when the file was made.
    `DTSTAMP:${compact(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${escaped(title)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Calendar//EN", ...entries, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .replace(/[\\;,]/g, "\\$&");
}

/** A long line is cut between two characters, never inside one. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [at, out] = [0, ""];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (at + octets > LINE_OCTETS) {
      out += "\r\n ";
      at = 1;
    }
    out += character;
    at += octets;
  }
  return out;
}
