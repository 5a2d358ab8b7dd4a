import { CallError } from "../api";
import { drawArmoredWay } from "../armored-way";
import { button, el, note } from "../dom";
import { FileError } from "../files/read-slice";
import { sizeText } from "../files/size-text";
import type { Screen } from "../frame";
import { BadRecipientError, OfficeError } from "../office";
import type { Words } from "../words";
import type { Delivery } from "./deliver";

type Failure = {
  error: unknown;
  delivery: Delivery | null;
  words: Words;
  again: () => void;
  /** Back to the review with nothing sealed; only offered while no report can have arrived. */
  change: () => void;
  /** Goes on without one person whose key cannot be used. */
  leaveOut: (person: string) => void;
};

/** What went wrong, what was and was not sent, and what can be done now. */
export function drawFailure(failure: Failure): Screen {
  const { error, words } = failure;
  if (error instanceof BadRecipientError) return drawBadRecipient(error, failure);
  if (error instanceof OfficeError) return drawBadOffice(error, failure);
  return drawBrokenSend(failure, words);
}

function drawBadRecipient(error: BadRecipientError, { words, leaveOut, change }: Failure): Screen {
  const { t } = words;
  const isStale = error.fault === "expired" || error.fault === "revoked";
  return {
    title: t("failure.recipient.title"),
    body: [
      note("bad", el("p", {}, t(`failure.recipient.${error.fault}`, { name: error.person }))),
      el("p", {}, t("failure.nothingSent")),
      el("p", {}, t(isStale ? "failure.recipient.stale" : "failure.recipient.suspect", { name: error.person })),
      isStale ? null : drawArmoredWay(words, "report"),
    ],
    actions: [
      isStale
        ? button(t("failure.recipient.leaveOut", { name: error.person }), () => leaveOut(error.id), "primary")
        : null,
      button(t("failure.back"), change),
    ],
  };
}

function drawBadOffice(error: OfficeError, { words, again, change }: Failure): Screen {
  const { t } = words;
  return {
    title: t("failure.office.title"),
    body: [
      note("bad", el("p", {}, t(`failure.office.${error.fault}`, { name: error.person }))),
      el("p", {}, t("failure.nothingSent")),
      drawArmoredWay(words, "report"),
    ],
    actions: [button(t("failure.retry"), again, "primary"), button(t("failure.back"), change)],
  };
}

function drawBrokenSend({ error, delivery, again, change }: Failure, words: Words): Screen {
  const { t } = words;
  const kind = nameOf(error);
  const out = delivery?.sealed?.out;
  const isDefinite = error instanceof CallError && error.fault === "refused";
  const isOpen = delivery?.isOpen ?? false;
  const parts =
    out && out.total > 0
      ? el("p", {}, t("failure.parts", { done: sizeText(out.sent), total: sizeText(out.total) }))
      : null;
  const name = error instanceof FileError ? error.file.name : "";
  const server =
    error instanceof CallError && error.title && kind !== "keys"
      ? el("p", { class: "quiet small", lang: "en", dir: "ltr" }, error.title)
      : null;
  return {
    title: t(isOpen ? "failure.openTitle" : "failure.title"),
    body: [
      note("bad", el("p", {}, t(`failure.why.${kind}`, { name })), server),
      el("p", {}, t(isOpen ? "failure.reportOpen" : "failure.reportNot")),
      parts,
      el("p", {}, t("failure.same")),
    ],
    actions: [
      isDefinite || error instanceof FileError ? null : button(t("failure.again"), again, "primary"),
      isOpen ? null : button(t("failure.back"), change, isDefinite ? "primary" : ""),
    ],
  };
}

function nameOf(error: unknown): string {
  if (error instanceof FileError) return error.fault === "changed" ? "fileChanged" : "file";
  if (!(error instanceof CallError)) return "unknown";
  // The page was open for long: what it has to do is said in its own words, in its own language.
  if (error.rule === "unknownKey") return "keys";
  if (error.status === 507) return "full";
  return error.status === 429 || error.status === 503 ? "busy" : error.fault;
}
