import { el } from "../dom";
import type { Words } from "../words";
import { drawEntry } from "./entry-view";
import type { Missed, Session } from "./session";
import type { Opened } from "./write";

/** The conversation in the order of its days, with the office's own lines about days that were missed. */
export function drawConversation({ answer, entries }: Opened, session: Session, words: Words): HTMLElement {
  const missed = [...answer.missed];
  const until = (day: string | null) => {
    const late = missed.findIndex((miss) => day !== null && miss.day >= day);
    return missed.splice(0, late < 0 ? missed.length : late).map((miss) => drawMissed(miss, words));
  };
  const rows = entries.flatMap((entry) => [
    ...until(entry.day),
    drawEntry({ entry, caseId: answer.case, session, words }),
  ]);
  const title = el("h2", {}, words.t("mailbox.conversation"));
  return el("section", {}, title, el("ol", { class: "conversation" }, ...rows, ...until(null)));
}

/** A line that nobody wrote: who let which day pass, and the new one. */
function drawMissed({ duty, owner, day: on, due, next }: Missed, { t, has, day }: Words): HTMLElement {
  const what = t(`mailbox.duty.${has(`mailbox.duty.${duty}`) ? duty : "other"}`);
  return el(
    "li",
    { class: "entry told" },
    el("header", {}, el("b", {}, t("mailbox.missed.title")), " ", el("span", { class: "quiet" }, day(on))),
    el(
      "p",
      {},
      t(`mailbox.missed.${owner}`, { day: day(due), what }),
      " ",
      next && t("mailbox.missed.next", { day: day(next) }),
    ),
  );
}
