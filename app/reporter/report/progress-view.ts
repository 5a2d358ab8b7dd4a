import { el, icon } from "../dom";
import { sizeText } from "../files/size-text";
import type { Screen } from "../frame";
import type { Words } from "../words";
import type { Progress } from "./deliver";

const STAGES = ["keys", "seal", "files", "report"] as const;

/** A task in a flood that takes longer than this is explained. */
const LONG_MS = 20_000;

/** Sealing and sending, made visible: which step is being done, and how much of the files has arrived. */
export function drawProgress(words: Words, hasFiles: boolean) {
  const { t } = words;
  const stages = STAGES.filter((stage) => stage !== "files" || hasFiles);
  const rows = new Map(stages.map((stage) => [stage, el("li", {}, el("span", {}, t(`send.stage.${stage}`)))]));
  const bar = el("progress", { max: stages.length, value: 0, "aria-label": t("send.title") });
  const line = el("p", { class: "quiet", "aria-live": "polite" });
  const upload = el("div");
  const screen: Screen = {
    title: t("send.title"),
    body: [
      el("p", { class: "lead" }, t("send.lead")),
      bar,
      line,
      el("ol", { class: "stages" }, ...rows.values()),
      upload,
    ],
  };

  const started = Date.now();
  const update = ({ stage, done, total }: Progress) => {
    if (stage === "work") {
      const isLong = Date.now() - started > LONG_MS;
      line.textContent = t(isLong ? "work.long" : "work.doing", { count: Math.round(done * 100) });
      return;
    }
    const at = stages.indexOf(stage);
    if (at < 0) return;
    const share = stage === "files" && total > 0 ? done / total : 0;
    bar.value = at + share;
    line.textContent =
      stage === "files" ? t("send.parts", { done: sizeText(done), total: sizeText(total) }) : t(`send.stage.${stage}`);
    stages.forEach((name, index) => {
      const row = rows.get(name);
      if (!row) return;
      row.className = index < at ? "done" : index === at ? "now" : "";
      if (index === at) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      if (index < at && !row.querySelector(".icon")) row.prepend(icon("check"));
    });
  };
  return { screen, update, upload };
}
