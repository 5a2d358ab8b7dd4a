import { button, el, icon, note } from "../dom";
import { textField } from "../text-field";
import type { Words } from "../words";
import { FileError, pickFile } from "./pick";
import type { PickedFile } from "./picked-file";

type Picker = { files: PickedFile[]; words: Words; maxBytes: () => number };

/** Lets the reporter pick files, shows what was found in each, and lets them rename or drop it. Changes `files` in place. */
export function drawFilePicker({ files, words, maxBytes }: Picker): HTMLElement {
  const { t } = words;
  const list = el("ul", { class: "files" });
  const status = el("div", { role: "status" });
  const input = el("input", {
    type: "file",
    multiple: true,
    id: "files",
    "aria-describedby": "files-hint",
    change: () => void take(),
  });

  const redraw = () => list.replaceChildren(...files.map((file) => drawFile(file, words, () => drop(file))));
  const drop = (file: PickedFile) => {
    files.splice(files.indexOf(file), 1);
    redraw();
    status.replaceChildren();
    input.focus();
  };
  const take = async () => {
    const problems: HTMLElement[] = [];
    for (const file of input.files ?? []) {
      const total = files.reduce((sum, { content }) => sum + content.size, file.size);
      try {
        if (total > maxBytes()) {
          problems.push(el("p", {}, t("files.tooLarge", { name: file.name, limit: sizeText(maxBytes()) })));
        } else files.push(await pickFile(file));
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        problems.push(el("p", {}, t("files.unreadable", { name: file.name })));
      }
    }
    input.value = "";
    status.replaceChildren(...(problems.length > 0 ? [note("bad", ...problems)] : []));
    redraw();
  };

  redraw();
  return el(
    "div",
    { class: "field" },
    el("label", { for: "files" }, t("files.label")),
    el("p", { class: "hint", id: "files-hint" }, t("files.hint")),
    input,
    status,
    list,
  );
}

function drawFile(file: PickedFile, words: Words, drop: () => void): HTMLElement {
  const { t } = words;
  const found = file.found.map((kind) => t(`files.found.${kind}`)).join(", ");
  const said = t(`files.state.${file.state}`, { found });
  const rename = textField({
    id: `name-${file.id}`,
    label: t("files.name"),
    value: file.name,
    exact: true,
    onInput: (name) => {
      file.name = name;
    },
  });
  const size = el("p", { class: "quiet small" }, sizeText(file.content.size));
  const state = el("p", { class: `icon-row ${file.state === "uncleaned" ? "soon" : "safe"}` });
  state.append(icon(file.state === "uncleaned" ? "warn" : "check"), el("span", {}, said));
  return el("li", { class: "card" }, rename, size, state, button(t("files.drop"), drop));
}

/** A size as people say it: "3.4 MB". */
export function sizeText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const amount = bytes / 1000 ** step;
  return `${amount >= 10 || step === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`;
}
