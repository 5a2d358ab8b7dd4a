import { useNavigate, useRevalidator } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { type ActAnswers, findActFaults } from "~/desk/act-answers";
import { dropDraft, keepDraft, readDraft } from "~/desk/drafts";
import { firstAnswers } from "~/desk/first-answers";
import type { HeldKey } from "~/desk/key-store";
import { forgetCase, type OpenedCase } from "~/desk/open-case";
import { performAct } from "~/desk/perform-act";
import { Problem } from "~/desk/problem";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { struckBy } from "~/desk/summary";
import { minimumOf } from "~workflows/codes";
import { Failure } from "../failure";
import { useDesk } from "../use-desk";
import { ActFields } from "./act-fields";
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
  const desk = useDesk();
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const first = useFirstAnswers(act, record);
  const [answers, setAnswers] = useState<ActAnswers>(() => readDraft(record.case, act.event) ?? first);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const missing = findActFaults(act, answers, record.kind, minimumOf(record.kind).length);
  const faults = tried ? missing : [];

  const change = (part: Partial<ActAnswers>) => {
    const next = { ...answers, ...part };
    setAnswers(next);
    keepDraft(record.case, act.event, next);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || missing.length > 0) return;
    setBusy(true);
    setError(null);
    try {
      await performAct({ record, desk, held, opened, act, answers, struck: struckBy(opened) });
      if (act.event === "conflict.declare") return leave();
      onDone();
      revalidator.revalidate();
    } catch (fault) {
      setError(fault);
      setBusy(false);
      // Somebody acted first: the page shows their act, and this form keeps what was typed.
      if (fault instanceof Problem && (fault.status === 409 || fault.status === 0)) revalidator.revalidate();
    }
  };

  // Whoever steps aside has no business here any more, and what was opened is forgotten.
  const leave = () => {
    forgetCase(record);
    navigate("/desk", { replace: true });
  };

  const discard = () => {
    dropDraft(record.case, act.event);
    onClose();
  };

  return (
    <form className="act-form" onSubmit={(event) => void submit(event)} aria-labelledby="act-heading" noValidate>
      <h2 id="act-heading" ref={heading} tabIndex={-1}>
        {codes(`events.${act.event}.label`)}
      </h2>
      <p className="quiet">{codes(`events.${act.event}.effect`)}</p>
      <ActFields act={act} record={record} opened={opened} answers={answers} faults={faults} onChange={change} />
      <WhatWillHappen act={act} record={record} opened={opened} answers={answers} />
      {faults.length > 0 && (
        <p className="note bad" role="alert">
          {t("act.faults", { count: faults.length })}
        </p>
      )}
      <ActFailure error={error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={busy}>
          {t(busy ? "act.sending" : "act.send")}
        </button>
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

/** The words that a form starts with: an acknowledgement already holds the dates. */
function useFirstAnswers(act: OpenAct, record: CaseRecord): ActAnswers {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { office, today } = useDesk();
  const language = useLanguage();
  return firstAnswers(act, record, { t, codes, language, officeName: office.name, today });
}
