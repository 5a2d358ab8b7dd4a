import type { Allegation, CaseContext } from "./context";
import { type Day, laterOf } from "./days";
import { type CaseEvent, type Codes, textCode } from "./events";

type Open = Pick<CaseContext, "allegations">;

/** The open allegation that an act names; where only one is open, an act that names none means that one. */
export function findAllegation({ allegations }: Open, codes: Codes): Allegation | null {
  const named = textCode(codes, "allegation");
  if (named === null) return allegations.length === 1 ? (allegations[0] ?? null) : null;
  return allegations.find(({ id }) => id === named) ?? null;
}

/** Whether a step answers an allegation, so that it has to say which. */
export function answersAllegation(event: unknown): boolean {
  return event === "conflict.uphold" || event === "conflict.dismiss";
}

/**
 * One more person is alleged, or an officer says who is meant by one that is described in words.
 * Nobody stands in the list twice: it takes one answer, however many say the same.
 */
export function allege(context: CaseContext, { actor, codes, facts }: CaseEvent): Partial<CaseContext> {
  const { allegations, allegationCount } = context;
  const person = textCode(codes, "person");
  const isKnown = person !== null && allegations.some((one) => one.person === person);
  const described = textCode(codes, "allegation") === null ? null : findAllegation(context, codes);
  if (described) {
    const others = allegations.filter((one) => one !== described);
    if (isKnown) return { allegations: others };
    return { allegations: allegations.map((one) => (one === described ? { ...one, person } : one)) };
  }
  if (isKnown) return {};
  const id = String(allegationCount + 1);
  return {
    allegations: [...allegations, { id, person, by: actor, day: facts.day }],
    allegationCount: allegationCount + 1,
  };
}

/** An allegation is answered: its proposals go with it, and the clock is that of the oldest one still open. */
export function dropAllegation(context: CaseContext, codes: Codes): Partial<CaseContext> {
  const { proposals, since } = context;
  const answered = findAllegation(context, codes);
  const allegations = context.allegations.filter((one) => one !== answered);
  const { "conflict.uphold": uphold, "conflict.dismiss": dismiss, ...others } = proposals;
  const isAbout = (proposal: typeof uphold) => proposal && findAllegation(context, proposal.codes) === answered;
  const [oldest] = allegations;
  const from: Day | undefined = oldest && laterOf(since.conflictReview, oldest.day);
  return {
    allegations,
    proposals: {
      ...others,
      ...(uphold && !isAbout(uphold) ? { "conflict.uphold": uphold } : {}),
      ...(dismiss && !isAbout(dismiss) ? { "conflict.dismiss": dismiss } : {}),
    },
    ...(from ? { since: { ...since, conflictReview: from } } : {}),
  };
}
