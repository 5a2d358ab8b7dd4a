import { button, el } from "../dom";
import type { Words } from "../words";
import type { OpenAct } from "./act-panel";
import type { Entry } from "./conversation";
import type { MailboxAnswer } from "./session";

/**
 * The mailbox with what was agreed to in the form as well: that lies sealed in the report, and the server knows of none of
 * it. What was taken back since is left out; where nothing is left, there is nothing to take back.
 */
export function withConsentsOfReport(answer: MailboxAnswer, entries: readonly Entry[]): MailboxAnswer {
  const isNoted = (purpose: string) => answer.consents.some((consent) => consent.purpose === purpose);
  const ticked = entries
    .flatMap((entry) => (entry.state === "report" ? entry.consents : []))
    .filter((purpose) => !answer.takenBack.includes(purpose) && !isNoted(purpose));
  const consents = [...answer.consents, ...[...new Set(ticked)].map((purpose) => ({ purpose, until: null }))];
  const open = answer.open.filter((event) => event !== "consent.withdraw" || consents.length > 0);
  return { ...answer, consents, open };
}

/**
 * What the reporter has agreed to: for what, towards whom, until when, each with the way to take it back.
 *
 * Shape: null while nothing is agreed to; `open` unfolds the form, which says what taking back does.
 */
export function drawConsents(
  { consents, open: steps }: MailboxAnswer,
  words: Words,
  open: OpenAct,
): HTMLElement | null {
  const { t, day } = words;
  if (consents.length === 0) return null;
  const canTakeBack = steps.includes("consent.withdraw");
  const rows = consents.map(({ purpose, until }) => {
    const name = t(`mailbox.write.purpose.${purpose}.label`);
    return el(
      "li",
      { class: "card" },
      el("b", {}, name),
      el("p", {}, t(`mailbox.write.purpose.${purpose}.hint`)),
      el("p", { class: "quiet" }, t(`box.towards.${purpose}`)),
      el("p", { class: "quiet" }, until ? t("box.consentUntil", { day: day(until) }) : t("box.consentOpen")),
      canTakeBack && button(t("box.takeBack", { what: name }), () => open("consent.withdraw", { purpose })),
    );
  });
  return el("section", {}, el("h2", {}, t("mailbox.consents")), el("ul", { class: "people" }, ...rows));
}
