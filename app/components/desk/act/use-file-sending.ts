import { useRef, useState } from "react";
import type { ActAnswers } from "~/desk/act-answers";
import { forgetSent, putSealedPart, type SendPart, StoppedError, sentBytes } from "~/desk/seal-file";

/** The sending of an act's files: how far it is, how to stop it, and how it goes on from there. Units: bytes. */
export function useFileSending({ file, attached }: ActAnswers) {
  const files = file ? [file, ...attached] : attached;
  const [sent, setSent] = useState(0);
  const stopping = useRef(new AbortController());
  const sendPart: SendPart = async (caseId, part, bytes) => {
    setSent(sentBytes(files));
    await putSealedPart(caseId, part, bytes, stopping.current.signal);
  };
  return {
    sent,
    of: files.reduce((sum, { size }) => sum + size, 0),
    sendPart,
    begin() {
      stopping.current = new AbortController();
      setSent(sentBytes(files));
    },
    stop: () => stopping.current.abort(new StoppedError()),
    forget: () => forgetSent(files),
  };
}
