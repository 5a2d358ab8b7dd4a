import { useWords } from "~/components/words";
import { mayRecommendNothing } from "~/desk/act-needs";
import type { CaseRecord, EventType } from "~/desk/records";
import {
  CHECK_RESULTS,
  CLOSURE_GROUNDS,
  IMPLEMENTATION_CODES,
  minimumOf,
  outcomesOfEvent,
  RECOMMENDATIONS,
  WITHHOLD_GROUNDS,
} from "~workflows/codes";
import type { FormNeed } from "~workflows/guards/check";
import { ManyOf, OneOf } from "../choices";
import { type ActFieldsProps, useFault } from "./act-fields";

type Listing = { list: string; ids: (kind: CaseRecord["kind"], event: EventType) => readonly string[] };

/** Needs that are answered from a published list; `list` is where the words for its codes stand. */
const ONE = {
  ground: { list: "grounds", ids: () => CLOSURE_GROUNDS },
  outcome: { list: "outcomes", ids: (kind, event) => outcomesOfEvent(kind, event) },
  result: { list: "results", ids: () => CHECK_RESULTS },
  implementation: { list: "implementation", ids: () => IMPLEMENTATION_CODES },
  withhold: { list: "withhold", ids: () => WITHHOLD_GROUNDS },
} as const satisfies Record<string, Listing>;
const MANY = {
  minimum: { list: "minimum", ids: (kind) => minimumOf(kind) },
  recommendations: { list: "recommendations", ids: () => RECOMMENDATIONS },
} as const satisfies Record<string, Listing>;

type CodeNeed = keyof typeof ONE | keyof typeof MANY;

export function isCodeNeed(need: FormNeed): need is CodeNeed {
  return need in ONE || need in MANY;
}

/** One or several codes of a published list, each in words; what a code means stands under it where the list says so. */
export function CodeField({ need, act, record, answers, faults, onChange }: ActFieldsProps & { need: CodeNeed }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const error = useFault(faults);
  const listing: Listing = { ...ONE, ...MANY }[need];
  const choices = listing.ids(record.kind, act.event).map((value) => ({
    value,
    label: codes([`${listing.list}.${value}.label`, `${listing.list}.${value}`]),
    hint: codes(`${listing.list}.${value}.means`, { defaultValue: "" }) || undefined,
  }));
  if (need === "minimum" || need === "recommendations") {
    const isOptional = need === "recommendations" && mayRecommendNothing(record.kind, act.event);
    return (
      <ManyOf
        legend={t(`act.${need}`)}
        hint={t(isOptional ? "act.recommendationsOptional" : `act.${need}Hint`)}
        error={error(need)}
        values={answers[need]}
        onValues={(values) => onChange({ [need]: values })}
        choices={choices}
      />
    );
  }
  return (
    <OneOf
      legend={t(`act.${need}`)}
      error={error(need)}
      value={answers[need]}
      onValue={(value) => onChange({ [need]: value })}
      choices={choices}
    />
  );
}
