import { button, el, icon, note } from "../dom";
import { sizeText } from "../files/size-text";
import { fingerprintText } from "../fingerprint";
import { guardUnsent } from "../leave";
import type { Ending } from "../report/receipt-view";
import type { Words } from "../words";
import type { PageOffice } from "./page-data";

/** A name that says little to whoever finds the file. */
const FILE_NAME = "sealed-report.asc";
const PATH = "/report/armored";

/** What stands around the twelve words when the report lies in a file: save it first, and how it gets to the office. */
export function endWithFile(file: string, { origin, fingerprint }: PageOffice, words: Words): Ending {
  const { t } = words;
  let isSaved = false;
  guardUnsent(() => !isSaved);
  const said = el("p", { role: "status" });
  const copyPlace = el("textarea", { class: "visually-hidden", readonly: true, tabindex: "-1", "aria-hidden": "true" });

  const save = () => {
    const link = el("a", { href: URL.createObjectURL(new Blob([file], { type: "text/plain" })), download: FILE_NAME });
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads it after the click; nobody says when it has.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    isSaved = true;
    said.textContent = t("offline.sealed.saved", { name: FILE_NAME, size: sizeText(file.length) });
  };
  const copy = async () => {
    const isCopied = await copyText(file, copyPlace);
    isSaved ||= isCopied;
    said.textContent = t(isCopied ? "offline.sealed.copied" : "offline.sealed.notCopied");
  };

  const buttons = el("p", { class: "actions" }, button(t("offline.sealed.saveButton"), save, "primary"));
  buttons.append(button(t("offline.sealed.copyButton"), () => void copy()));
  const keep = el(
    "section",
    { class: "card" },
    el("h2", {}, t("offline.sealed.save")),
    el("p", {}, t("offline.sealed.saveText")),
    buttons,
    said,
    copyPlace,
  );
  const above = el("p", { class: "arrived icon-row" }, icon("lock"), el("span", {}, t("offline.sealed.above")));
  const hand = drawHandIn(origin, words);
  const done = () => ({
    above,
    title: t("offline.sealed.doneTitle"),
    body: [
      el("p", { class: "lead" }, t("offline.sealed.doneText")),
      keep,
      hand,
      el("p", {}, t("offline.sealed.close")),
    ],
  });
  return {
    above,
    before: [keep, el("h2", {}, t("offline.sealed.words"))],
    after: [hand, ...drawOffice(fingerprint, words)],
    done,
  };
}

function drawOffice(fingerprint: string, { t }: Words): Node[] {
  return [
    el("h2", {}, t("receipt.office")),
    el("p", {}, t("receipt.fingerprint")),
    el("p", { class: "fingerprint", dir: "ltr" }, fingerprintText(fingerprint)),
  ];
}

function drawHandIn(origin: string, { t }: Words): HTMLElement {
  const address = origin ? `${origin}${PATH}` : "";
  const where = address
    ? el("p", {}, el("a", { href: `${address}#hand-in`, rel: "noreferrer", dir: "ltr" }, address))
    : el("p", {}, t("offline.sealed.handPath", { path: PATH }));
  const command = `curl --data-binary @${FILE_NAME} -H "Content-Type: text/plain" ${origin || "https://…"}/api/v1/reports`;
  return el(
    "section",
    { class: "hand-in" },
    el("h2", {}, t("offline.sealed.hand")),
    el("p", {}, t("offline.sealed.handText")),
    where,
    el("p", { class: "no-print" }, t("offline.sealed.handCurl")),
    el("pre", { dir: "ltr", class: "no-print" }, command),
    note("warn", el("p", {}, t("offline.sealed.handSoon")), el("p", {}, t("offline.sealed.wordsAfter"))),
    el("p", {}, t("offline.sealed.handTwice")),
  );
}

/** Copies a text; browsers that keep the clipboard to themselves still have the older way. */
async function copyText(text: string, place: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    place.value = text;
    place.select();
    const isCopied = document.execCommand("copy");
    place.value = "";
    return isCopied;
  }
}
