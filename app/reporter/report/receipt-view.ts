import { isSameWord } from "~crypto/receipt";
import { button, el, icon, note } from "../dom";
import { randomBelow } from "../draw";
import { fingerprintText } from "../fingerprint";
import type { Frame, Screen } from "../frame";
import { textField } from "../text-field";
import type { Words } from "../words";
import type { Arrival } from "./deliver";
import type { ShownReceipt } from "./seal";

/** What stands around the words: where the report is by then, and what is shown once they are written down. */
export type Ending = { above: Node; before: Node[]; after: Node[]; done: () => Screen };

type Kept = Omit<Receipt, "frame" | "receipt" | "ending"> & { receipt: string[] | null };
type Receipt = {
  frame: Frame;
  words: Words;
  receipt: ShownReceipt;
  arrival: Arrival;
  fingerprint: string;
  /** Where the report has not arrived but lies in a file. */
  ending?: Ending | undefined;
};

/**
 * The receipt: twelve words, shown once, of which two are asked back. They stand in this page's memory until then, and
 * are nowhere else.
 */
export function showReceipt({ frame, words, receipt, arrival, fingerprint, ending }: Receipt): void {
  const { t } = words;
  const { above, before, after, done } = ending ?? endWith({ words, arrival, fingerprint, receipt: receipt.words });
  const asked = pickTwo(receipt.words.length);
  const typed = asked.map(() => "");
  const fields = asked.map((position, index) =>
    textField({
      id: `back-${position}`,
      label: t("receipt.word", { count: position }),
      value: "",
      exact: true,
      onInput: (value) => {
        typed[index] = value;
      },
    }),
  );
  const confirm = () => {
    const wrong = asked.filter((position, index) => !isSameWord(typed[index] ?? "", receipt.words[position - 1] ?? ""));
    if (wrong.length === 0) return frame.show(done());
    frame.complain(
      wrong.map((position) => ({ target: `back-${position}`, text: t("receipt.wrong", { count: position }) })),
    );
  };
  const list = receipt.words.map((word, index) =>
    el("li", {}, el("span", { class: "number" }, String(index + 1)), el("b", { lang: receipt.language }, word)),
  );
  const check = el(
    "section",
    { class: "card no-print" },
    el("h2", {}, t("receipt.back")),
    el("div", { class: "pair" }, ...fields),
  );
  check.append(button(t("receipt.written"), confirm, "primary"));
  frame.show({
    above,
    title: t("receipt.title"),
    body: [
      ...before,
      el("p", {}, t("receipt.lead")),
      el("ol", { class: "receipt-words", dir: "ltr" }, ...list),
      receipt.language === words.language ? null : el("p", { class: "quiet" }, t("receipt.english")),
      note("warn", el("p", {}, t("receipt.paper"))),
      check,
      ...after,
    ],
  });
}

/** What can be taken along comes by itself after the report; a page on which it does not come is whole without it. */
function keepsakes({ words: { language }, arrival, fingerprint, receipt }: Kept): HTMLElement {
  const place = el("section", { class: "no-print" });
  const given = { language, dates: arrival.milestones, fingerprint, receipt };
  void import("../keep/start").then((keep) => keep.drawKeepsakes(place, given)).catch(() => undefined);
  return place;
}

function endWith({ words, arrival, fingerprint, receipt }: Kept): Ending {
  const { t, language } = words;
  const dates = () => drawDates({ words, arrival, fingerprint });
  const done = () => ({
    above: arrived(words),
    title: t("receipt.doneTitle"),
    body: [
      el("p", { class: "lead" }, t("receipt.doneText")),
      ...dates(),
      keepsakes({ words, arrival, fingerprint, receipt: null }),
      el("p", {}, t("receipt.close")),
    ],
    actions: [el("a", { class: "button", href: `/mailbox?lang=${language}` }, t("receipt.mailbox"))],
  });
  const after = [...dates(), keepsakes({ words, arrival, fingerprint, receipt })];
  return { above: arrived(words), before: [], after, done };
}

function arrived({ t }: Words): HTMLElement {
  return el("p", { class: "arrived icon-row" }, icon("check"), el("span", {}, t("receipt.arrived")));
}

function drawDates({ words, arrival, fingerprint }: Pick<Receipt, "words" | "arrival" | "fingerprint">): Node[] {
  const { t, day } = words;
  const rows = [...arrival.milestones]
    .sort((a, b) => a.day.localeCompare(b.day))
    .filter(({ id }) => words.has(`milestone.${id}`))
    .flatMap((milestone) => [
      el("dt", {}, t(milestone.id === "review" ? "receipt.until" : "receipt.by", { day: day(milestone.day) })),
      el("dd", {}, t(`milestone.${milestone.id}`)),
    ]);
  return [
    el("h2", {}, t("receipt.dates")),
    el("dl", { class: "dates" }, ...rows),
    el("h2", {}, t("receipt.office")),
    el("p", {}, t("receipt.fingerprint")),
    el("p", { class: "fingerprint", dir: "ltr" }, fingerprintText(fingerprint)),
    // A question opens no case, so it has no reference.
    ...(arrival.reference
      ? [el("p", { class: "quiet" }, t("receipt.reference"), " ", el("bdi", {}, arrival.reference))]
      : []),
  ];
}

/** Two different positions, in order, counted from 1. */
function pickTwo(length: number): [number, number] {
  const first = randomBelow(length) + 1;
  const other = randomBelow(length - 1) + 1;
  const second = other >= first ? other + 1 : other;
  return first < second ? [first, second] : [second, first];
}
