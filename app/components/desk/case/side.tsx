import { useState } from "react";
import { useWords } from "~/components/words";
import type { HeldKey } from "~/desk/key-store";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, EventType } from "~/desk/records";
import { ActForm } from "../act/act-form";
import { BlockedActs } from "./blocked-acts";
import { Clocks } from "./clocks";
import { OpenActs } from "./open-acts";
import { Stages } from "./stages";

/** The right-hand side: what is open to you, what is not and why, the clocks, and where the case stands. */
export function CaseSide({
  record,
  opened,
  held,
}: {
  record: CaseRecord;
  opened: OpenedCase | null;
  held: HeldKey | null;
}) {
  const t = useWords("desk");
  const [acting, setActing] = useState<EventType | null>(null);
  const [done, setDone] = useState<EventType | null>(null);
  const act = record.open.find(({ event }) => event === acting);
  const isReady = held !== null && opened !== null;
  return (
    <aside
      className={act && isReady ? "case-side card acting" : "case-side card"}
      id="acts"
      aria-label={t("acts.aside")}
    >
      <Done event={done} />
      {act && isReady ? (
        <ActForm
          key={`${act.event} ${act.role}`}
          act={act}
          record={record}
          opened={opened}
          held={held}
          onClose={() => setActing(null)}
          onDone={() => {
            setDone(act.event);
            setActing(null);
          }}
        />
      ) : (
        <>
          <h2>{t("acts.heading")}</h2>
          {!isReady && <p className="quiet">{t("acts.locked")}</p>}
          <OpenActs
            record={record}
            isReady={isReady}
            onChoose={(event) => {
              setDone(null);
              setActing(event);
            }}
          />
          <BlockedActs record={record} />
        </>
      )}
      <h2>{t("clocks.heading")}</h2>
      <Clocks record={record} />
      <h2>{t("stages.heading")}</h2>
      <Stages record={record} />
    </aside>
  );
}

function Done({ event }: { event: EventType | null }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  return (
    <div role="status">
      {event && <p className="note good">{t("acts.done", { act: codes(`events.${event}.done`) })}</p>}
    </div>
  );
}
