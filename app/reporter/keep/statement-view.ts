import { callText } from "../api";
import { button, el, note } from "../dom";
import type { Session } from "../mailbox/session";
import { visibleText } from "../safe-text";
import { saveAs } from "../save-as";
import type { Words } from "../words";

/** A statement that somebody of the office signed by hand; it says more than the server's. */
export type StaffStatement = { name: string; text: string };

type Given = {
  words: Words;
  /** Opens the mailbox when the statement is asked for, and not before. */
  openSession: () => Promise<Session>;
  staff: StaffStatement | null;
};

/** Proof of filing: a signed statement that the reporter keeps, and shows elsewhere without opening the case. */
export function drawStatement({ words, openSession, staff }: Given): HTMLElement {
  const { t, language } = words;
  const status = el("div", { role: "status" });
  const keep = (text: string) => {
    saveAs(new Blob([text]), "statement.txt");
    status.replaceChildren(el("p", {}, t("keep.statement.saved")), el("pre", { dir: "ltr", class: "statement" }, text));
  };
  const fetchOne = async () => {
    ask.disabled = true;
    status.replaceChildren(el("p", {}, t("keep.statement.fetching")));
    try {
      const session = await openSession();
      const path = `/api/v1/mailbox/statement?lang=${language}`;
      keep(await session.withToken((token) => callText(path, { token })));
    } catch {
      status.replaceChildren(note("bad", el("p", {}, t("keep.statement.failed"))));
    }
    ask.disabled = false;
  };
  const ask = button(t("keep.statement.server"), () => void fetchOne());
  const name = staff && (visibleText(staff.name) || t("keep.statement.somebody"));
  return el(
    "details",
    { class: "card act" },
    el("summary", {}, t("keep.statement.heading")),
    el("p", {}, t("keep.statement.lead")),
    el("p", {}, t("keep.statement.check")),
    note("warn", el("p", {}, t("keep.statement.care"))),
    staff && el("p", {}, t("keep.statement.staffWhy", { name: name ?? "" })),
    el(
      "div",
      { class: "actions" },
      staff && button(t("keep.statement.staff", { name: name ?? "" }), () => keep(staff.text), "primary"),
      ask,
    ),
    el("p", { class: "small quiet" }, t("keep.statement.serverWhy")),
    status,
  );
}
