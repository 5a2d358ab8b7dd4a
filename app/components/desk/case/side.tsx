import { useState } from "react";
import { useWords } from "~/components/words";
import { actKey } from "~/desk/act-key";
import type { HeldKey } from "~/desk/key-store";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { ActForm } from "../act/act-form";
import { useActDone } from "../act/use-act-title";
import { Beside } from "./beside";
import { BlockedActs } from "./blocked-acts";
import { Clocks, Missed } from "./clocks";
import { OpenActs } from "./open-acts";
import { Stages } from "./stages";

type SideProps = { record: CaseRecord; opened: OpenedCase | null; held: HeldKey | null };

/** The right-hand side: what is open to you, what is not and why, the clocks, and where the case stands; to outsiders what is theirs. */
export function CaseSide({ record, opened, held }: SideProps) {
  const t = useWords("desk");
  const [acting, setActing] = useState<string | null>(null);
  const [done, setDone] = useState<OpenAct | null>(null);
  const act = record.readOnly ? undefined : record.open.find((one) => actKey(one) === acting);
  const ready = held !== null && opened !== null ? { held, opened } : null;
  return (
    <aside className={act && ready ? "case-side card acting" : "case-side card"} id="acts" aria-label={t("acts.aside")}>
      <Done act={done} />
      {act && ready && (
        <ActForm
          key={`${actKey(act)} ${act.role}`}
          act={act}
          record={record}
          {...ready}
          onClose={() => setActing(null)}
          onDone={() => {
            setDone(act);
            setActing(null);
          }}
        />
      )}
      {!(act && ready) && (
        <Choice
          record={record}
          isReady={ready !== null}
          onChoose={(chosen) => {
            setDone(null);
            setActing(actKey(chosen));
          }}
        />
      )}
      <h2>{t("clocks.heading")}</h2>
      <Clocks record={record} />
      {!record.readOnly && record.scope !== "respondent" && <Standing record={record} />}
    </aside>
  );
}

type ChoiceProps = { record: CaseRecord; isReady: boolean; onChoose: (act: OpenAct) => void };

/** What is open and what is not; nothing where another version of the procedure wrote the case. */
function Choice({ record, isReady, onChoose }: ChoiceProps) {
  const t = useWords("desk");
  return (
    <div className="no-print">
      <h2>{t("acts.heading")}</h2>
      {record.readOnly ? (
        <p className="quiet">{t("acts.readOnly")}</p>
      ) : (
        <>
          {!isReady && <p className="quiet">{t("acts.locked")}</p>}
          <OpenActs record={record} isReady={isReady} onChoose={onChoose} />
          {record.scope !== "respondent" && <BlockedActs record={record} />}
        </>
      )}
    </div>
  );
}

/** What only a snapshot that this version understands can tell. */
function Standing({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  return (
    <>
      <Missed record={record} />
      <h2>{t("stages.heading")}</h2>
      <Stages record={record} />
      <h2>{t("regions.beside")}</h2>
      <Beside record={record} />
    </>
  );
}

function Done({ act }: { act: OpenAct | null }) {
  const t = useWords("desk");
  const doneWords = useActDone();
  return <div role="status">{act && <p className="note good">{t("acts.done", { act: doneWords(act) })}</p>}</div>;
}
