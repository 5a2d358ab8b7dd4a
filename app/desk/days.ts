const DAY_MS = 86_400_000;

/** Days from one day to another; negative when `day` lies before `today`. */
export function daysBetween(today: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

/** How near a due day is: what colours it, and which word goes with the colour. */
export function nearness(today: string, day: string): "late" | "soon" | "later" {
  const days = daysBetween(today, day);
  if (days < 0) return "late";
  return days <= 2 ? "soon" : "later";
}

/** A day as people write it: "27 November", with the year only when it is another one. */
export function writeDay(day: string, language: string, today: string, style: "short" | "long" = "long"): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: "UTC",
    day: "numeric",
    month: style,
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A due day in the words that people use for near days: yesterday, today, tomorrow; else the date. */
export function writeDueDay(day: string, language: string, today: string): string {
  const days = daysBetween(today, day);
  if (Math.abs(days) > 1) return writeDay(day, language, today, "short");
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" }).format(days, "day");
}

/** Day before month in English dates, as the office writes; server and browser must agree on it. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** Number of bytes as people read it. */
export function writeBytes(bytes: number, language: string): string {
  const [value, unit] =
    bytes >= 1e9
      ? [bytes / 1e9, "gigabyte"]
      : bytes >= 1e6
        ? [bytes / 1e6, "megabyte"]
        : bytes >= 1000
          ? [bytes / 1000, "kilobyte"]
          : [bytes, "byte"];
  return new Intl.NumberFormat(localeOf(language), {
    style: "unit",
    unit: unit as string,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(value as number);
}
