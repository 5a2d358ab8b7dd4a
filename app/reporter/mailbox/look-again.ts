import { CallError } from "../api";
import { button, el, note } from "../dom";
import type { Words } from "../words";

/** Reads the mailbox anew. What was typed and not sent stays, since it lives outside of what is drawn. */
export function drawLookAgain({ t }: Words, refresh: (said: string) => Promise<void>): HTMLElement {
  const status = el("div", { role: "status" });
  const look = async () => {
    again.disabled = true;
    status.replaceChildren(el("p", {}, t("box.looking")));
    try {
      return await refresh(t("box.looked"));
    } catch (error) {
      const why = error instanceof CallError ? error.fault : "unknown";
      status.replaceChildren(note("bad", el("p", {}, t(`failure.why.${why}`)), el("p", {}, t("box.notLooked"))));
    }
    again.disabled = false;
  };
  const again = button(t("box.look"), () => void look());
  return el("div", {}, el("div", { class: "actions" }, again), status);
}
