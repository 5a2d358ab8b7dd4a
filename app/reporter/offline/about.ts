import { el, note } from "../dom";
import { fingerprintText } from "../fingerprint";
import type { Words } from "../words";
import { compareClock } from "./clock";
import type { PageOffice } from "./page-data";

/** Whose page this is and how old its keys are, above the form; a clock that cannot be right is said at once. */
export function drawAbout(office: PageOffice, words: Words, today: string): Node[] {
  const { t, day } = words;
  const fault = compareClock(today, office.keysDay);
  return [
    note("", el("p", {}, t("offline.page.lead"))),
    ...(fault
      ? [note("warn", el("p", {}, t(`offline.page.${fault}`, { day: day(today), keys: day(office.keysDay) })))]
      : []),
    el(
      "details",
      {},
      el("summary", {}, t("offline.page.about")),
      el(
        "dl",
        { class: "facts" },
        el("dt", {}, t("offline.page.office")),
        el("dd", { dir: "auto" }, office.name),
        el("dt", {}, t("offline.page.fingerprint")),
        el("dd", {}, el("span", { class: "fingerprint", dir: "ltr" }, fingerprintText(office.fingerprint))),
        el("dt", {}, t("offline.page.keys")),
        el("dd", {}, day(office.keysDay)),
      ),
      el("p", {}, t("offline.page.check")),
    ),
  ];
}
