import { MAX_FILES } from "~/forms";
import { sealedLength } from "~crypto/parts";
import { el, note } from "../dom";
import { visibleText } from "../safe-text";
import { fetchAhead } from "../send/open-upload";
import { totalBytes } from "../send/outgoing";
import { drawFile } from "./file-view";
import { fileWords } from "./file-words";
import { pickFile } from "./pick";
import { type PickedFile, sealedBytes } from "./picked-file";
import type { Picker } from "./picker";
import { FileError } from "./read-slice";
import { sizeText } from "./size-text";

/** With more files than this, what each reveals is folded. */
const UNFOLDED = 4;

/** Draws the place where files are picked, dropped or photographed, and the list of them. */
export async function drawPicker({
  files,
  words: pageWords,
  maxBytes,
  keepsOriginals = true,
}: Picker): Promise<Node[]> {
  const words = await fileWords(pageWords);
  const { t } = words;
  const list = el("ol", { class: "files" });
  const status = el("div", { role: "status" });
  const used = el("p", { class: "quiet small", "aria-live": "polite" });
  const hint = el("p", { class: "hint", id: "files-hint" });
  const input = fileInput("files", { multiple: true });
  const camera = fileInput("camera", { accept: "image/*", capture: "environment" });
  const hasCamera = globalThis.matchMedia?.("(pointer: coarse)").matches ?? false;
  let taking: Promise<void> = Promise.resolve();
  const zone = drawZone();
  redraw();
  return [
    el("label", { for: "files" }, t("files.label")),
    hint,
    zone,
    used,
    status,
    list,
    el("p", { class: "hint" }, t("files.advice")),
    el("p", { class: "hint" }, t("files.reload")),
  ];

  function fileInput(id: string, attributes: { [name: string]: string | boolean }): HTMLInputElement {
    const made: HTMLInputElement = el("input", {
      type: "file",
      id,
      "aria-describedby": "files-hint",
      ...attributes,
      change: () => {
        const chosen = [...(made.files ?? [])];
        void take(chosen).finally(() => {
          made.value = "";
        });
      },
    });
    return made;
  }

  function drawZone(): HTMLElement {
    const photo = hasCamera ? [el("label", { for: "camera" }, t("files.photo")), camera] : [];
    const drawn = el(
      "div",
      { class: "dropzone" },
      input,
      el("p", { class: "quiet small" }, t("files.orDrop")),
      ...photo,
    );
    const mark = (isOver: boolean) => drawn.classList.toggle("over", isOver);
    drawn.addEventListener("dragover", (event) => {
      event.preventDefault();
      mark(true);
    });
    drawn.addEventListener("dragleave", () => mark(false));
    drawn.addEventListener("drop", (event) => {
      event.preventDefault();
      mark(false);
      void take([...(event.dataTransfer?.files ?? [])]);
    });
    return drawn;
  }

  /** Files that are dropped while others are looked into come after them. */
  function take(chosen: readonly File[]): Promise<void> {
    taking = taking.then(() => takeNow(chosen));
    return taking;
  }

  /** Looks into files one after the other, so that one at a time is in memory; what cannot be taken is named with the reason. */
  async function takeNow(chosen: readonly File[]): Promise<void> {
    const problems: HTMLElement[] = [];
    const refuse = (fault: string, file: File, values = {}) =>
      problems.push(el("p", {}, t(`files.problem.${fault}`, { name: visibleText(file.name), ...values })));
    input.disabled = true;
    if (chosen.length > 0) fetchAhead();
    for (const [index, file] of chosen.entries()) {
      const values = { name: visibleText(file.name), done: index + 1, total: chosen.length };
      status.replaceChildren(el("p", {}, t("files.reading", values)));
      if (files.length >= MAX_FILES) refuse("tooMany", file, { count: MAX_FILES });
      else if (!fits(sealedLength(file.size))) refuse("tooLarge", file, { limit: sizeText(maxBytes()) });
      else {
        try {
          files.push(await pickFile(file));
        } catch (error) {
          if (!(error instanceof FileError)) throw error;
          refuse(error.fault, file);
        }
      }
    }
    input.disabled = false;
    status.replaceChildren(...(problems.length > 0 ? [note("bad", ...problems)] : []));
    redraw();
  }

  /** What cannot go through is said here, before anything of it is sent. */
  function fits(more = 0): boolean {
    return files.reduce((sum, file) => sum + sealedBytes(file), more) <= maxBytes();
  }

  function redraw(): void {
    const limit = sizeText(maxBytes());
    hint.textContent = Number.isFinite(maxBytes()) ? t("files.limit", { limit, count: MAX_FILES }) : "";
    const size = sizeText(totalBytes(files));
    used.textContent = files.length > 0 ? t("files.used", { count: files.length, size, limit }) : "";
    const isFolded = files.length > UNFOLDED;
    list.replaceChildren(
      ...files.map((file, index) => drawFile({ file, words, isFolded, keepsOriginals, ...steps(file, index) })),
    );
  }

  function steps(file: PickedFile, index: number) {
    const move = (by: number) => () => {
      files.splice(index, 1);
      files.splice(index + by, 0, file);
      redraw();
      list.querySelector<HTMLElement>(`[data-file="${file.id}"] button:not([disabled])`)?.focus();
    };
    return {
      onUp: index > 0 ? move(-1) : null,
      onDown: index < files.length - 1 ? move(1) : null,
      onRemove: () => {
        files.splice(files.indexOf(file), 1);
        redraw();
        status.replaceChildren();
        input.focus();
      },
      onChoice: () => {
        if (fits()) return redraw();
        file.choice = "clean";
        const text = t("files.problem.tooLarge", { name: visibleText(file.name), limit: sizeText(maxBytes()) });
        status.replaceChildren(note("bad", el("p", {}, text)));
        redraw();
      },
    };
  }
}
