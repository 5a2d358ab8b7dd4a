import { Fragment } from "react";
import type { Limits } from "~workflows/limits";
import type { Outline } from "~workflows/outline";
import { Times } from "./limits";
import type { Pictures } from "./pictures";
import { limitsOfState } from "./spans";
import { holdersOf, type Told, toldSteps } from "./told-steps";
import { useNames } from "./use-names";

type Props = {
  outline: Outline;
  pictures: Pictures;
  limits: Limits;
  here: string | null;
  /** Where the sentence for a guard stands. */
  guardHref: (guard: string) => string;
};

/** The pictures in words: every stage, what it means, who has it, how long it may take, and where it leads. */
export function StageList(props: Props) {
  const { pictures } = props;
  return (
    <ol className="stage-list">
      {[...pictures.numbers].map(([state, number]) => (
        <Stage key={state} {...props} state={state} number={number} />
      ))}
    </ol>
  );
}

function Stage({
  outline,
  pictures,
  limits,
  here,
  guardHref,
  state,
  number,
}: Props & { state: string; number: number }) {
  const names = useNames();
  const { t } = names;
  const steps = toldSteps(outline, state);
  const next = [...new Set(steps.flatMap(({ to }) => to))];
  const holders = holdersOf(steps);
  const spans = limitsOfState(limits, outline.kind, state);
  const isMain = pictures.way.drawing.spine.includes(state);
  return (
    <li
      id={`stage-${state}`}
      className={isMain ? "stage-card main" : "stage-card"}
      aria-current={state === here ? "step" : undefined}
    >
      <h3>
        <span className="stage-number">{names.number.format(number)}</span> {names.state(state)}
        {state === here && <span className="pill tint">{t("stage.here")}</span>}
      </h3>
      <p>{names.means(state)}</p>
      <p className="quiet stage-facts">
        {holders.length > 0 && <span>{t("stage.with", { roles: names.holders(holders) })}</span>}
        {spans.length > 0 && (
          <span>
            {t("stage.time")}: <Times spans={spans} />
          </span>
        )}
        {steps.length === 0 && <span>{t("stage.end")}</span>}
      </p>
      {next.length > 0 && <p>{t("stage.next", { to: names.anyOf(next.map(names.state)) })}</p>}
      {steps.length > 0 && (
        <details>
          <summary>{t("stage.leads")}</summary>
          <ul className="stage-steps">
            {steps.map((step) => (
              <StepLine key={step.row} step={step} guardHref={guardHref} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function StepLine({ step, guardHref }: { step: Told; guardHref: Props["guardHref"] }) {
  const names = useNames();
  const { t } = names;
  return (
    <li>
      <b>{names.event(step.event)}</b> <span className="quiet">{t("stage.by", { roles: names.roles(step.by) })}</span>
      {" – "}
      {step.to.length > 0 ? t("stage.to", { to: names.anyOf(step.to.map(names.state)) }) : t("stage.stays")}
      {step.guards.length > 0 && (
        <span className="stage-needs">
          {t("stage.needs")}{" "}
          {step.guards.map((guard, index) => (
            <Fragment key={guard}>
              {index > 0 && " · "}
              <a href={guardHref(guard)}>{t(`guard.${guard}.label`)}</a>
            </Fragment>
          ))}
        </span>
      )}
    </li>
  );
}
