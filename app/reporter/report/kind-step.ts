import { isKind, KINDS } from "~/forms/form";
import { chooseOne } from "../choices";
import { el, note } from "../dom";
import type { Words } from "../words";
import type { Draft } from "./draft";

/** The first step: what the reporter brings, beside what to know before the first word is typed. */
export function drawKind(draft: Draft, words: Words, onChoose: () => void): { title: string; body: Node[] } {
  const { t } = words;
  const choices = KINDS.map((id) => ({ id, label: t(`kind.${id}.label`), hint: t(`kind.${id}.hint`) }));
  const group = chooseOne({
    id: "kind",
    legend: t("kind.legend"),
    choices,
    chosen: draft.kind ? [draft.kind] : [],
    onChange: ([id]) => {
      if (!isKind(id)) return;
      draft.kind = id;
      onChoose();
    },
  });
  const before = note(
    "warn",
    el("h2", {}, t("kind.before")),
    el("ul", {}, ...["device", "tor", "identity", "limits"].map((id) => el("li", {}, t(`kind.beforeList.${id}`)))),
  );
  return { title: t("kind.title"), body: [before, group] };
}
