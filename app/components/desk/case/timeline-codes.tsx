import { useLanguage, useWords } from "~/components/words";
import { type ActTerms, termsOf } from "~/desk/act-terms";
import { readAct } from "~/desk/check-chain";
import { writeDay } from "~/desk/days";
import type { CaseAct } from "~/desk/records";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";

/** What the act says in codes, in words. */
export function ActCodes({ act }: { act: CaseAct }) {
  const terms = termsOf(readAct(act)?.codes ?? {});
  const person = usePersonName(terms.person);
  const words = useTermWords(terms);
  const all = terms.person ? [...words, person] : words;
  return all.length > 0 ? <span className="small">{all.join(" · ")}</span> : null;
}

function useTermWords(terms: ActTerms): string[] {
  const t = useWords("desk");
  const codes = useWords("codes");
  const handover = useWords("handover");
  const language = useLanguage();
  const { today } = useDesk();
  const day = (value: string) => writeDay(value, language, today);
  return [
    ...terms.plain,
    ...terms.coded.map(({ paths, value }) => codes(paths, { defaultValue: value })),
    ...(terms.standards.length > 0
      ? [terms.standards.map((id) => codes(`standards.${id}`, { defaultValue: id })).join(t("list.comma"))]
      : []),
    ...(terms.struck > 0 ? [t("timeline.struck", { count: terms.struck })] : []),
    ...(terms.attested > 0 ? [t("act.said.attested", { count: terms.attested })] : []),
    ...(terms.package ? [handover("timeline", { digest: terms.package })] : []),
    ...(terms.until ? [t("act.said.until", { day: day(terms.until) })] : []),
    ...(terms.next ? [t("act.said.next", { day: day(terms.next) })] : []),
  ];
}
