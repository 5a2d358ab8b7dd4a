import { assembleFile } from "~crypto/parts";
import { getPart } from "../api";
import { button, el, icon, note } from "../dom";
import { sizeText } from "../files/size-text";
import { safeFileName, visibleText } from "../safe-text";
import { saveAs } from "../save-as";
import type { Words } from "../words";
import type { Entry } from "./conversation";
import type { Session } from "./session";

type View = { entry: Entry; caseId: string; session: Session; words: Words };

/** One message or file of the conversation, with who sent it, when, and whether that was checked. */
export function drawEntry({ entry, caseId, session, words }: View): HTMLElement {
  const { t, day } = words;
  const isOwn = entry.from === "you";
  const from = entry.from === "you" ? t("mailbox.you") : visibleText(entry.from.name) || t("mailbox.somebody");
  const head = el("header", {}, el("b", {}, el("bdi", {}, from)), " ", el("span", { class: "quiet" }, day(entry.day)));
  const row = el("li", { class: `entry ${isOwn ? "own" : "theirs"}` }, head);
  if (entry.state === "refused") {
    row.append(
      note("bad", el("p", {}, t("mailbox.refused")), el("p", { class: "small" }, t(`mailbox.fault.${entry.fault}`))),
    );
    return row;
  }
  if (entry.state === "report") row.append(el("p", {}, t("mailbox.report")));
  if (entry.state === "text" && words.has(`mailbox.kind.${entry.kind}`)) {
    head.append(" ", el("span", { class: "pill tint" }, t(`mailbox.kind.${entry.kind}`)));
  }
  if (entry.state === "text" && words.has(`box.topic.${entry.topic}`)) {
    head.append(" ", el("span", { class: "pill tint" }, t(`box.topic.${entry.topic}`)));
  }
  if (entry.state === "text") row.append(el("div", { class: "message", dir: "auto" }, visibleText(entry.text)));
  if (entry.state === "file") row.append(drawFile(entry, caseId, session, words));
  if (!isOwn) row.append(el("p", { class: "safe icon-row small" }, icon("check"), el("span", {}, t("mailbox.signed"))));
  return row;
}

function drawFile(entry: Entry & { state: "file" }, caseId: string, session: Session, words: Words): HTMLElement {
  const { t } = words;
  const { manifest, key } = entry;
  const status = el("p", { role: "status" });
  const name = visibleText(manifest.name);
  const fetchFile = async () => {
    save.disabled = true;
    status.textContent = t("mailbox.fetching");
    try {
      const fetchPart = (id: string) => session.withToken((token) => getPart(caseId, id, token));
      saveAs(await assembleFile(manifest, fetchPart, key), safeFileName(manifest.name));
      status.textContent = t("mailbox.fetched");
    } catch {
      status.textContent = t("mailbox.notFetched");
    }
    save.disabled = false;
  };
  const save = button(t("mailbox.save"), () => void fetchFile());
  const title = el(
    "p",
    { class: "icon-row" },
    icon("file"),
    el("span", { dir: "auto" }, name),
    el("span", { class: "quiet" }, sizeText(manifest.bytes)),
  );
  return el("div", {}, title, save, status);
}
