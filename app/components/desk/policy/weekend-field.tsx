import { useLanguage, useWords } from "~/components/words";
import { ManyOf } from "../choices";

const WEEK = [1, 2, 3, 4, 5, 6, 7];
/** 2 March 2026 is a Monday; any week would do. */
const dayOf = (weekday: number) => new Date(Date.UTC(2026, 2, 1 + weekday));

/** The one or two days of the week that the office does not work. */
export function WeekendField({ value, onValue }: { value: readonly number[]; onValue: (days: number[]) => void }) {
  const t = useWords("policy");
  const names = new Intl.DateTimeFormat(useLanguage(), { weekday: "long", timeZone: "UTC" });
  return (
    <ManyOf
      legend={t("calendar.weekend")}
      hint={t("calendar.weekendHint")}
      error={value.length < 1 || value.length > 2 ? t("calendar.weekendFault") : null}
      choices={WEEK.map((day) => ({ value: String(day), label: names.format(dayOf(day)) }))}
      values={value.map(String)}
      onValues={(days) => onValue(days.map(Number))}
    />
  );
}
