import { button, el, icon, note } from "../dom";
import { randomBelow } from "../draw";
import { fingerprintText } from "../fingerprint";
import type { Frame } from "../frame";
import { textField } from "../text-field";
import type { Words } from "../words";
import type { Arrival } from "./deliver";

type Receipt = { frame: Frame; words: Words; receipt: string[]; arrival: Arrival; fingerprint: string };

/**
 * The receipt: twelve words, shown once, of which two are asked back. They stand in this page's memory until then, and
 * are nowhere else.
 */
export function showReceipt({ frame, words, receipt, arrival, fingerprint }: Receipt): void {
  const { t } = words;
  const asked = pickTwo(receipt.length);
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
    const wrong = asked.filter((position, index) => typed[index]?.trim().toLowerCase() !== receipt[position - 1]);
    if (wrong.length === 0) return showDone({ frame, words, arrival, fingerprint });
    frame.complain(
      wrong.map((position) => ({ target: `back-${position}`, text: t("receipt.wrong", { count: position }) })),
    );
  };
  const list = receipt.map((word, index) =>
    el("li", {}, el("span", { class: "number" }, String(index + 1)), el("b", { lang: "en" }, word)),
  );
  const check = el(
    "section",
    { class: "card" },
    el("h2", {}, t("receipt.back")),
    el("div", { class: "pair" }, ...fields),
  );
  check.append(button(t("receipt.written"), confirm, "primary"));
  frame.show({
    above: arrived(words),
    title: t("receipt.title"),
    body: [
      el("p", {}, t("receipt.lead")),
      el("ol", { class: "receipt-words", dir: "ltr" }, ...list),
      note("warn", el("p", {}, t("receipt.paper"))),
      check,
      ...drawDates({ words, arrival, fingerprint }),
    ],
  });
}

function showDone({ frame, words, arrival, fingerprint }: Omit<Receipt, "receipt">): void {
  const { t, language } = words;
  frame.show({
    above: arrived(words),
    title: t("receipt.doneTitle"),
    body: [
      el("p", { class: "lead" }, t("receipt.doneText")),
      ...drawDates({ words, arrival, fingerprint }),
      el("p", {}, t("receipt.close")),
    ],
    actions: [el("a", { class: "button", href: `/mailbox?lang=${language}` }, t("receipt.mailbox"))],
  });
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
    el("p", { class: "quiet" }, t("receipt.reference"), " ", el("bdi", {}, arrival.reference)),
  ];
}

/** Two different positions, in order, counted from 1. */
function pickTwo(length: number): [number, number] {
  const first = randomBelow(length) + 1;
  const other = randomBelow(length - 1) + 1;
  const second = other >= first ? other + 1 : other;
  return first < second ? [first, second] : [second, first];
}
