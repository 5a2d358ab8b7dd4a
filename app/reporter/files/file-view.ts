import { chooseOne } from "../choices";
import { button, el, icon, note } from "../dom";
import { visibleText } from "../safe-text";
import { textField } from "../text-field";
import type { Words } from "../words";
import { MAX_CLEANED_BYTES } from "./examine";
import { bytesToSend, type Choice, type Finding, type PickedFile } from "./picked-file";
import { sizeText } from "./size-text";

type FileView = {
  file: PickedFile;
  words: Words;
  isFolded: boolean;
  keepsOriginals: boolean;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: () => void;
  onChoice: () => void;
};

/** Longer values say nothing more to a person, and some files hold very long ones. */
const MAX_VALUE = 120;

/** One file: its name, what it would reveal, what is done about that, and what the reporter can choose. */
export function drawFile(view: FileView): HTMLElement {
  const { file, words, isFolded } = view;
  const { t } = words;
  const rename = textField({
    id: `name-${file.id}`,
    label: t("files.name"),
    value: file.name,
    exact: true,
    onInput: (name) => {
      file.name = name;
      title.textContent = visibleText(name);
    },
  });
  const title = el("bdi", { class: "file-name" }, visibleText(file.name));
  const size = el("span", { class: "quiet small" }, sizeText(bytesToSend(file)));
  const inside = [rename, drawReveals(file, words), drawStays(file, words), drawChoice(view)];
  const body = isFolded ? [el("details", {}, el("summary", {}, t("files.details")), ...inside)] : inside;
  return el(
    "li",
    { class: "card", "data-file": file.id },
    el("p", { class: "file-head" }, icon("file"), title, " ", size),
    drawState(file, words),
    ...body,
    drawButtons(view),
  );
}

/** What was done, in one line that can be read without unfolding anything. */
function drawState({ copy, choice, original, group }: PickedFile, { t }: Words): HTMLElement {
  const limit = sizeText(MAX_CLEANED_BYTES);
  const isSafe = copy.state === "clean" && choice !== "original";
  const key =
    copy.state === "clean"
      ? choice === "original"
        ? "kept"
        : copy.found.length > 0
          ? "cleaned"
          : "clean"
      : copy.state === "kind"
        ? "uncleaned"
        : copy.state;
  const said = el("span", {}, t(`files.state.${key}`, { limit }));
  const kind =
    copy.state === "clean" || original.size === 0 ? null : el("p", { class: "small" }, t(`files.group.${group}`));
  const empty = original.size === 0 ? el("p", { class: "small" }, t("files.empty")) : null;
  const row = el("div", { class: `icon-row ${isSafe ? "safe" : "soon"}` });
  row.append(icon(isSafe ? "check" : "warn"), said);
  return el("div", {}, row, kind, empty);
}

function drawReveals({ copy }: PickedFile, { t }: Words): HTMLElement | null {
  if (copy.found.length === 0) return null;
  const kinds = [...new Set(copy.found.map(({ kind }) => kind))];
  const rows = kinds.flatMap((kind) => {
    const values = copy.found.filter((one): one is Finding & { value: string } => one.kind === kind && !!one.value);
    return [
      el("dt", {}, t(`files.found.${kind}`)),
      ...values.map(({ value }) => el("dd", { dir: "auto" }, shorten(value))),
    ];
  });
  return el(
    "div",
    {},
    el("p", {}, el("strong", {}, t("files.reveals"))),
    el("dl", { class: "facts reveals" }, ...rows),
  );
}

function shorten(value: string): string {
  const shown = visibleText(value.trim());
  return shown.length > MAX_VALUE ? `${shown.slice(0, MAX_VALUE)}…` : shown;
}

function drawStays({ copy, choice }: PickedFile, { t }: Words): HTMLElement | null {
  if (copy.state !== "clean" || choice === "original") return null;
  const lines = copy.stays.map((residue) => el("li", {}, t(`files.residue.${residue}`)));
  return el("details", { class: "stays" }, el("summary", {}, t("files.stays")), el("ul", {}, ...lines));
}

function drawChoice({ file, words: { t }, keepsOriginals, onChoice }: FileView): HTMLElement | null {
  const { copy } = file;
  if (copy.state !== "clean" || copy.found.length === 0) return null;
  const offered: Choice[] = keepsOriginals ? ["clean", "both", "original"] : ["clean", "original"];
  const group = chooseOne({
    id: `choice-${file.id}`,
    legend: t("files.choice.legend"),
    choices: offered.map((id) => ({ id, label: t(`files.choice.${id}`), hint: t(`files.choice.${id}Hint`) })),
    chosen: [file.choice],
    onChange: ([chosen]) => {
      const before = file.choice;
      file.choice = (chosen as Choice | undefined) ?? "clean";
      if (file.choice === before) return;
      onChoice();
      document.querySelector<HTMLElement>(`#choice-${file.id} input:checked`)?.focus();
    },
  });
  const warning = file.choice === "original" ? note("warn", el("p", {}, t("files.choice.warning"))) : null;
  return el("div", {}, group, warning);
}

function drawButtons({ file, words: { t }, onUp, onDown, onRemove }: FileView): HTMLElement {
  const name = visibleText(file.name);
  const labelled = (action: string, click: (() => void) | null) => {
    const made = button(action, click ?? (() => {}), "small");
    made.setAttribute("aria-label", t("files.ofFile", { action, name }));
    made.disabled = click === null;
    return made;
  };
  return el(
    "div",
    { class: "actions" },
    labelled(t("files.remove"), onRemove),
    labelled(t("files.up"), onUp),
    labelled(t("files.down"), onDown),
  );
}
