import { useNavigate, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { actKey } from "~/desk/act-key";
import { dropDraft } from "~/desk/drafts";
import { forgetCase } from "~/desk/open-case";
import { performAct } from "~/desk/perform-act";
import { Problem } from "~/desk/problem";
import type { Acting } from "~/desk/seal-act";
import { struckBy } from "~/desk/summary";
import { useDesk } from "../use-desk";
import { useFileSending } from "./use-file-sending";

/** Seals, signs and sends an act, once, and says how far it got. */
export function useSendAct(filled: Omit<Acting, "desk" | "struck" | "sendPart">, onDone: () => void) {
  const desk = useDesk();
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { act, record, opened } = filled;
  const files = useFileSending(filled.answers);

  // Whoever steps aside has no business here any more, and what was opened is forgotten.
  const leave = () => {
    forgetCase(record);
    navigate("/desk", { replace: true });
  };

  const send = async (isComplete: boolean) => {
    setTried(true);
    if (busy || !isComplete) return;
    setBusy(true);
    setError(null);
    files.begin();
    try {
      await performAct({ ...filled, desk, struck: struckBy(opened), sendPart: files.sendPart });
      files.forget();
      dropDraft(record.case, actKey(act));
      if (act.event === "conflict.declare") return leave();
      onDone();
      revalidator.revalidate();
    } catch (fault) {
      setError(fault);
      setBusy(false);
      // Parts that wait too long for their act are dropped: then all of them are sent again.
      if (fault instanceof Problem && fault.status === 409 && fault.rule === null) files.forget();
      // Somebody acted first: the page shows their act, and this form keeps what was typed.
      if (fault instanceof Problem && (fault.status === 409 || fault.status === 0)) revalidator.revalidate();
    }
  };
  return { send, tried, busy, error, files };
}
