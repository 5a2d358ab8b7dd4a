import { button, el, note } from "../dom";
import type { Words } from "../words";
import type { PickedFile } from "./picked-file";

export type Picker = {
  files: PickedFile[];
  words: Words;
  maxBytes: () => number;
  /** Whether an original can go along for few eyes: only with a new report, whose readers the reporter's browser draws. */
  keepsOriginals?: boolean;
};

/**
 * Lets the reporter pick files, shows what each would reveal, and lets them rename, order or drop it. Changes `files` in
 * place. All that it needs is fetched when it is first drawn; where that fails, it can be tried again.
 */
export function drawFilePicker(picker: Picker): HTMLElement {
  const { t } = picker.words;
  const place = el("div", { class: "field picker" });
  const open = async () => {
    place.replaceChildren(el("progress", { "aria-label": t("office.loading") }));
    try {
      const { drawPicker } = await import("./picker-view");
      place.replaceChildren(...(await drawPicker(picker)));
    } catch {
      const again = button(t("failure.retry"), () => void open());
      place.replaceChildren(note("bad", el("p", {}, t("failure.why.unreachable")), el("p", {}, again)));
    }
  };
  void open();
  return place;
}
