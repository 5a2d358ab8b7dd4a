import { useState } from "react";
import { useWords } from "~/components/words";
import { type HeldRow, readBatchWords } from "~/desk/discard-batch";
import type { HeldKey } from "~/desk/key-store";
import { ManyOf } from "../choices";
import { Failure } from "../failure";
import { PlainText } from "../plain-text";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";
import { BatchProgress } from "./batch-progress";
import { useBatch } from "./use-batch";

/** What others proposed to discard, batch by batch. What was proposed by itself is answered on its own page. */
export function ApproveBatch({ rows, held }: { rows: HeldRow[]; held: HeldKey }) {
  const batches = new Set(rows.flatMap(({ proposal }) => proposal?.batch ?? []));
  return [...batches].map((batch) => (
    <OneBatch key={batch} batch={batch} rows={rows.filter(({ proposal }) => proposal?.batch === batch)} held={held} />
  ));
}

/** The second person reads the words, sees which cases they are about, and discards those alone. */
function OneBatch({ batch, rows, held }: { batch: string; rows: HeldRow[]; held: HeldKey }) {
  const t = useWords("batch");
  const desk = useDesk();
  const name = usePersonName(rows[0]?.proposal?.by ?? null);
  const { run, stop, progress, error } = useBatch(held);
  const [words, setWords] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isUnread, setUnread] = useState(false);
  const [said, setSaid] = useState<string[]>([]);
  const count = { count: rows.length };

  const read = async () => {
    setFailure(null);
    try {
      const found = await readBatchWords(desk, held, rows[0]?.case ?? "");
      setWords(found);
      setUnread(found === null);
    } catch (fault) {
      setFailure(fault);
    }
  };
  const approve = () => {
    if (words !== null && said.length > 0)
      void run(
        { step: "approve", batch, words },
        rows.map((row) => row.case),
      );
  };

  return (
    <section className="card" aria-label={t("approve.heading", { name })}>
      <h2>{t("approve.heading", { name })}</h2>
      <p>{t("approve.about", count)}</p>
      <details>
        <summary>{t("approve.which")}</summary>
        <p>
          {rows.map(({ case: id, reference }) => (
            <span key={id}>
              <bdi>{reference}</bdi>{" "}
            </span>
          ))}
        </p>
      </details>
      {words === null && (
        <button type="button" className="button" onClick={() => void read()}>
          {t("approve.read")}
        </button>
      )}
      <Failure error={failure} />
      {isUnread && <p className="note bad">{t("approve.unread")}</p>}
      {words !== null && (
        <>
          <blockquote className="note proposal">
            <PlainText text={words} />
          </blockquote>
          <ManyOf
            legend={t("declare.legend")}
            values={said}
            onValues={setSaid}
            choices={[{ value: "NONE", label: t("declare.none") }]}
          />
          <BatchProgress progress={progress} error={error} onStop={stop} />
          <p className="actions">
            <button
              type="button"
              className="button primary"
              disabled={(progress?.isRunning ?? false) || said.length === 0}
              onClick={approve}
            >
              {t("approve.submit", count)}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
