import { button, el, note } from "../dom";
import { fileWords } from "../files/file-words";
import { sizeText } from "../files/size-text";
import { visibleText } from "../safe-text";
import type { Words } from "../words";
import { Line, type Upload } from "./line";
import type { OpenedUpload } from "./open-upload";

/** Shows how far each file and all of them are, and lets a person hold the upload up and go on. */
export async function drawUpload(pageWords: Words): Promise<OpenedUpload> {
  const { t } = await fileWords(pageWords);
  const line = new Line((upload) => update(upload));
  const all = drawBar(t("files.send.all"));
  const one = drawBar("");
  const state = el("p", { role: "status" }, t("files.send.sending"));
  const hold = button(t("files.send.pause"), () => (line.upload.state === "paused" ? line.resume() : line.pause()));
  const now = button(t("files.send.now"), () => line.resume());
  now.hidden = true;
  const warning = note("warn", state);
  warning.className = "";
  const element = el(
    "section",
    { class: "card upload", "aria-label": t("files.send.title") },
    el("h2", {}, t("files.send.title")),
    one.element,
    all.element,
    warning,
    el("div", { class: "actions" }, hold, now),
  );

  function update({ state: at, wait, file, sent, total }: Upload): void {
    one.element.hidden = file === null;
    if (file) {
      const name = visibleText(file.name);
      one.set(file.isApart ? t("files.send.original", { name }) : name, file.done, file.bytes);
    }
    all.set(t("files.send.all"), sent, total);
    const said = at === "down" ? t("files.send.down", { count: wait }) : t(`files.send.${at}`);
    // What has not changed is not read out again.
    if (state.textContent !== said) state.textContent = said;
    warning.className = at === "sending" ? "" : "note warn";
    hold.textContent = t(at === "paused" ? "files.send.resume" : "files.send.pause");
    now.hidden = at !== "down";
  }

  function drawBar(label: string) {
    const name = el("bdi", { class: "file-name" }, label);
    const amount = el("span", { class: "quiet small" });
    const bar = el("progress", { max: 1, value: 0 });
    const set = (text: string, done: number, bytes: number) => {
      name.textContent = text;
      bar.setAttribute("aria-label", text);
      bar.value = bytes > 0 ? done / bytes : 1;
      amount.textContent = t("files.send.amount", { done: sizeText(done), size: sizeText(bytes) });
    };
    set(label, 0, 0);
    return { element: el("div", { class: "bar" }, el("p", {}, name, " ", amount), bar), set };
  }

  return { element, line };
}
