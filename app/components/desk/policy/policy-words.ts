import { useWords } from "~/components/words";
import { parseSpan } from "~workflows/policy/spans";

/** A length of time as people say it: "ten working days" in figures, "the same day" for none. */
export function useSpanWords(): (span: string) => string {
  const t = useWords("policy");
  return (text) => {
    const span = parseSpan(text);
    if ("months" in span) return t("span.months", { count: span.months });
    if ("workingDays" in span) return t("span.workingDays", { count: span.workingDays });
    return span.days === 0 ? t("span.sameDay") : t("span.days", { count: span.days });
  };
}

/** The word for a duty. In catalogues a dot would open a level, so "a.complaint" is written "aComplaint" there. */
export function useDutyWords(): (duty: string) => string {
  const codes = useWords("codes");
  return (duty) => codes(`duties.${duty.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())}`);
}
