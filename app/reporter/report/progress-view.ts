import { el, icon } from "../dom";
import type { Screen } from "../frame";
import type { Words } from "../words";
import type { Progress } from "./deliver";

const STAGES = ["keys", "seal", "files", "report"] as const;

/** Sealing and sending, made visible: which step is being done, and how many parts have arrived. */
export function drawProgress(words: Words, hasFiles: boolean) {
  const { t } = words;
  const stages = STAGES.filter((stage) => stage !== "files" || hasFiles);
  const rows = new Map(stages.map((stage) => [stage, el("li", {}, el("span", {}, t(`send.stage.${stage}`)))]));
  const bar = el("progress", { max: stages.length, value: 0, "aria-label": t("send.title") });
  const line = el("p", { class: "quiet", "aria-live": "polite" });
  const screen: Screen = {
    title: t("send.title"),
    body: [el("p", { class: "lead" }, t("send.lead")), bar, line, el("ol", { class: "stages" }, ...rows.values())],
  };

  const update = ({ stage, done, total }: Progress) => {
    const at = stages.indexOf(stage);
    if (at < 0) return;
    const share = stage === "files" && total > 0 ? done / total : 0;
    bar.value = at + share;
    line.textContent = stage === "files" ? t("send.parts", { done, total }) : t(`send.stage.${stage}`);
    stages.forEach((name, index) => {
      const row = rows.get(name);
      if (!row) return;
      row.className = index < at ? "done" : index === at ? "now" : "";
      if (index === at) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      if (index < at && !row.querySelector(".icon")) row.prepend(icon("check"));
    });
  };
  return { screen, update };
}
