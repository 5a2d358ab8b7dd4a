import { type FormEvent, useEffect, useRef } from "react";
import { useWords } from "~/components/words";
import { actKey } from "~/desk/act-key";
import { dropDraft } from "~/desk/drafts";
import type { HeldKey } from "~/desk/key-store";
import type { OpenedCase } from "~/desk/open-case";
import { canReadProposal } from "~/desk/proposed-item";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { publishes } from "~workflows/publications";
import { Failure } from "../failure";
import { ActFields } from "./act-fields";
import { SendingFiles } from "./sending-files";
import { useActTitle } from "./use-act-title";
import { useAnswers } from "./use-answers";
import { useProposedText } from "./use-proposed-text";
import { useSendAct } from "./use-send-act";
import { WhatWillHappen } from "./what-will-happen";

type ActFormProps = {
  act: OpenAct;
  record: CaseRecord;
  opened: OpenedCase;
  held: HeldKey;
  onClose: () => void;
  onDone: () => void;
};

/** The form of one act, built from what the procedure says it needs. What was typed stays until the server has it. */
export function ActForm({ act, record, opened, held, onClose, onDone }: ActFormProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const title = useActTitle(record)(act);
  const { answers, change, missing } = useAnswers(act, record, opened);
  const { send, tried, busy, error, files } = useSendAct({ act, record, opened, held, answers }, onDone);
  const faults = tried ? missing : [];
  const hasFiles = files.of > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const toPublish = useProposedText(act, record, opened);
  const isUnread = act.needs.includes("proposal") && !canReadProposal(record, opened, act.event);
  // What cannot be read and compared is not published.
  const isOther = publishes(act.event) && (toPublish === null || toPublish === "other");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(missing.length === 0 && !isUnread && !isOther);
  };
  const discard = () => {
    dropDraft(record.case, actKey(act));
    onClose();
  };

  return (
    <form className="act-form" onSubmit={submit} aria-labelledby="act-heading" noValidate>
      <h2 id="act-heading" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="quiet">{codes(`events.${act.event}.effect`)}</p>
      <ActFields act={act} record={record} opened={opened} answers={answers} faults={faults} onChange={change} />
      <WhatWillHappen act={act} record={record} opened={opened} answers={answers} />
      {isUnread && <p className="note bad">{t("act.proposalUnread")}</p>}
      {faults.length > 0 && (
        <p className="note bad" role="alert">
          {t("act.faults", { count: faults.length })}
        </p>
      )}
      <ActFailure error={error} />
      {hasFiles && (busy || error !== null) && <SendingFiles sent={files.sent} of={files.of} isHalted={!busy} />}
      <p className="actions">
        <button type="submit" className="button primary" disabled={busy || isUnread || isOther}>
          {t(busy ? "act.sending" : "act.send")}
        </button>
        {busy && hasFiles && (
          <button type="button" className="button" onClick={files.stop}>
            {t("act.files.stop")}
          </button>
        )}
        <button type="button" className="button" disabled={busy} onClick={onClose}>
          {t("act.back")}
        </button>
        <button type="button" className="quiet-button" disabled={busy} onClick={discard}>
          {t("act.discard")}
        </button>
      </p>
    </form>
  );
}

function ActFailure({ error }: { error: unknown }) {
  const t = useWords("desk");
  return (
    <>
      <Failure error={error} />
      {error ? <p className="quiet small">{t("act.kept")}</p> : null}
    </>
  );
}
