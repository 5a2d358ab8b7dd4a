import { el } from "../dom";
import type { Words } from "../words";
import { nameOf } from "./act-panel";
import { ACTS, offered } from "./acts";
import type { MailboxAnswer, Milestone } from "./session";

/**
 * Where the case stands, in plain words: what is happening, who holds it, by when, and what can be done now.
 *
 * Shape: `choose` unfolds the form of a step further down.
 */
export function drawState(answer: MailboxAnswer, words: Words, choose: (event: string) => void): HTMLElement {
  const { t } = words;
  const state = words.has(`state.${answer.state}.what`) ? answer.state : "other";
  const asked = offered(answer).filter((event) => ACTS[event]?.isAsked);
  const can = asked.map((event) => {
    const title = t(`mailbox.write.${nameOf(event, answer.state, words)}.title`);
    return el("dd", {}, el("button", { type: "button", class: "link", click: () => choose(event) }, title));
  });
  const nothing = el("dd", {}, t(answer.open.includes("reporter.message") ? "mailbox.canNothing" : "mailbox.over"));
  return el(
    "section",
    { class: "card" },
    el("h2", {}, t("mailbox.happening")),
    el("p", { class: "lead" }, t(`state.${state}.what`)),
    ...lines(answer, words).map((line) => el("p", {}, line)),
    ...answer.published.map((text) => drawPublished(text, words)),
    el(
      "dl",
      { class: "facts" },
      el("dt", {}, t("mailbox.who")),
      el("dd", {}, t(`state.${state}.who`)),
      el("dt", {}, t("mailbox.when")),
      ...whenLines(answer, words).map((line) => el("dd", {}, line)),
      el("dt", {}, t("mailbox.canTitle")),
      ...(can.length > 0 ? can : [nothing]),
      el("dt", {}, t("receipt.reference")),
      el("dd", {}, el("bdi", {}, answer.reference)),
    ),
  );
}

/** What was made public, with the way to it. The mailbox stays open: its words are in this page alone. */
function drawPublished({ number, kind }: MailboxAnswer["published"][number], { t, language }: Words): HTMLElement {
  const href = `/decisions/${number}?lang=${language}`;
  const link = el("a", { href, target: "_blank", rel: "noopener" }, t("box.published.link"));
  return el("p", {}, t(`box.published.${kind}`, { number: String(number) }), " ", link);
}

/** What else is so, each in a sentence of its own. */
function lines(answer: MailboxAnswer, { t, has, day }: Words): string[] {
  const { state, since, confirmedFrom } = answer.standing;
  const standing = `mailbox.standing.${state}`;
  return [
    ...(answer.isReadOnly ? [t("mailbox.readOnly")] : []),
    ...(has(standing)
      ? [t(standing, { day: since ? day(since) : "", from: confirmedFrom ? day(confirmedFrom) : "" })]
      : []),
    ...(answer.isUrgent ? [t("mailbox.urgent")] : []),
    ...(answer.isProtected ? [t("mailbox.incident")] : []),
    ...(answer.hasAccepted && /^(solutionPending|goodOfficesOffered)$/.test(answer.state)
      ? [t("mailbox.accepted")]
      : []),
    ...(answer.deletedAfter ? [t("mailbox.deleted", { day: day(answer.deletedAfter) })] : []),
  ];
}

/** The last day of this state, and the next promise of the office. */
function whenLines(answer: MailboxAnswer, words: Words): string[] {
  const { t, day } = words;
  const { due, today, milestones, open } = answer;
  const canReview = open.includes("review.request");
  const next = milestones.find(({ id, state }) => /^(late|next)$/.test(state) && (id !== "review" || canReview));
  const step = due && (due < today ? t("mailbox.stepLate", { day: day(due) }) : t("mailbox.step", { day: day(due) }));
  const found = [...(step ? [step] : []), ...(next ? [dueText(next, words)] : [])];
  return found.length > 0 ? found : [t("mailbox.noDate")];
}

function dueText({ id, state, day: due }: Milestone, { t, day }: Words): string {
  const what = t(`milestone.${id}`);
  if (state === "late") return t("mailbox.late", { day: day(due), what });
  return t(id === "review" ? "mailbox.until" : "mailbox.by", { day: day(due), what });
}

/** The dated promises, kept and open. */
export function drawMilestones(milestones: readonly Milestone[], { t, has, day }: Words): HTMLElement {
  const rows = [...milestones]
    .sort((a, b) => (a.doneDay ?? a.day).localeCompare(b.doneDay ?? b.day))
    .filter(({ id }) => has(`milestone.${id}`))
    .map(({ id, state, ...dates }) => {
      const when =
        state === "done"
          ? t("mailbox.doneOn", { day: day(dates.doneDay ?? dates.day) })
          : t(id === "review" ? "receipt.until" : "receipt.by", { day: day(dates.day) });
      const look = { done: "safe", next: "tint", later: "", late: "late" }[state];
      return el(
        "li",
        { class: state },
        el("b", {}, when),
        el("span", {}, t(`milestone.${id}`)),
        el("span", { class: `pill ${look}`.trim() }, t(`mailbox.milestone.${state}`)),
      );
    });
  return el("section", {}, el("h2", {}, t("mailbox.dates")), el("ol", { class: "milestones" }, ...rows));
}
