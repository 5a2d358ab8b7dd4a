/** "D:20260101120000+01'00'" as people write it; anything else as it is (ISO 32000-2 §7.9.4). */
export function readableDate(text: string): string {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?/.exec(text);
  if (!parts) return text;
  const [, year, month = "01", day = "01", hour, minute] = parts;
  return `${year}-${month}-${day}${hour && minute ? ` ${hour}:${minute}` : ""}`;
}
