import { el } from "../dom";
import type { Words } from "../words";
import type { MailboxAnswer, Milestone } from "./session";

/** Where the case stands, in plain words: what is happening, who holds it, by when, and what can be done now. */
export function drawState(answer: MailboxAnswer, words: Words): HTMLElement {
  const { t } = words;
  const state = words.has(`state.${answer.state}.what`) ? answer.state : "other";
  const canReview = answer.open.includes("review.request");
  const next = answer.milestones.find(({ id, state }) => /^(late|next)$/.test(state) && (id !== "review" || canReview));
  const can = answer.open.filter((event) => words.has(`mailbox.can.${event.replace(".", "_")}`));
  const when = next ? dueText(next, words) : t("mailbox.noDate");
  return el(
    "section",
    { class: "card" },
    el("h2", {}, t("mailbox.happening")),
    el("p", { class: "lead" }, t(`state.${state}.what`)),
    el(
      "dl",
      { class: "facts" },
      el("dt", {}, t("mailbox.who")),
      el("dd", {}, t(`state.${state}.who`)),
      el("dt", {}, t("mailbox.when")),
      el("dd", {}, when),
      el("dt", {}, t("mailbox.canTitle")),
      ...can.map((event) => el("dd", {}, t(`mailbox.can.${event.replace(".", "_")}`))),
      can.length === 0 ? el("dd", {}, t("mailbox.canNothing")) : null,
      el("dt", {}, t("receipt.reference")),
      el("dd", {}, el("bdi", {}, answer.reference)),
    ),
  );
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
