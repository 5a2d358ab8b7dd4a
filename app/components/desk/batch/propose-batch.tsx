import { type FormEvent, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { LEAST_RATIONALE } from "~/desk/act-answers";
import { localeOf } from "~/desk/days";
import type { HeldKey } from "~/desk/key-store";
import { STANDARDS } from "~workflows/standards";
import { TextArea } from "../act/text-area";
import { ManyOf } from "../choices";
import { BatchProgress } from "./batch-progress";
import { useBatch } from "./use-batch";

type ProposeBatchProps = { picked: string[]; held: HeldKey; onDone: (done: string[]) => void };

/** One reason for all that was picked. Each case gets its own signed proposal. */
export function ProposeBatch({ picked, held, onDone }: ProposeBatchProps) {
  const t = useWords("batch");
  const desk = useWords("desk");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const { run, stop, progress, error } = useBatch(held);
  const [rationale, setRationale] = useState("");
  const [standards, setStandards] = useState<string[]>([]);
  const [isAware, setAware] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const isShort = rationale.trim().length < LEAST_RATIONALE;
  const isReady = picked.length > 0 && !isShort && standards.length > 0 && isAware.length > 0;
  const least = number.format(LEAST_RATIONALE);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isReady || progress?.isRunning) return;
    const { randomId } = await import("~crypto/bytes");
    onDone(await run({ step: "propose", batch: randomId(), rationale: rationale.trim(), standards }, picked));
  };

  return (
    <form className="act-form" onSubmit={(event) => void submit(event)} aria-labelledby="propose-batch" noValidate>
      <h2 id="propose-batch">{t("propose.heading")}</h2>
      <p className="quiet">{t("propose.lead")}</p>
      <TextArea
        label={t("propose.reasons")}
        hint={desk("act.rationaleHint", { least })}
        error={tried && isShort ? desk("act.fault.rationale.tooShort") : null}
        rows={8}
        value={rationale}
        onValue={setRationale}
      />
      <ManyOf
        legend={desk("act.standards")}
        hint={desk("act.standardsHint")}
        error={tried && standards.length === 0 ? desk("act.fault.missing") : null}
        values={standards}
        onValues={setStandards}
        choices={STANDARDS.map(({ id, title }) => ({
          value: id,
          label: codes(`standards.${id}`, { defaultValue: title }),
          hint: <bdi>{id}</bdi>,
        }))}
      />
      <ManyOf
        legend={t("declare.legend")}
        error={tried && isAware.length === 0 ? desk("act.fault.missing") : null}
        values={isAware}
        onValues={setAware}
        choices={[{ value: "NONE", label: t("declare.none") }]}
      />
      {tried && picked.length === 0 && <p className="note bad">{t("propose.nothing")}</p>}
      <BatchProgress progress={progress} error={error} onStop={stop} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={progress?.isRunning ?? false}>
          {t("propose.submit", { count: picked.length })}
        </button>
      </p>
    </form>
  );
}
