import { callJson } from "../api";
import { el } from "../dom";
import { openSession } from "../mailbox/session";
import { type Catalogue, makeWords } from "../words";
import { drawCalendar } from "./calendar-view";
import { drawStatement } from "./statement-view";

type Keepsakes = {
  language: string;
  dates: { id: string; day: string }[];
  fingerprint: string;
  /** The twelve words while they are still on the page; the statement needs them, the calendar does not. */
  receipt: readonly string[] | null;
};

/**
 * What can be taken along right after a report: days for a calendar, and a proof of filing. Nothing of it is needed to report,
 * so it comes with words of its own after the report has arrived, and its absence is no fault.
 */
export async function drawKeepsakes(place: HTMLElement, given: Keepsakes): Promise<void> {
  const { language, dates, fingerprint, receipt } = given;
  const words = makeWords(await callJson<Catalogue>(`/mailbox/words?lang=${language}`), language);
  const statement =
    receipt && drawStatement({ words, openSession: () => openSession(receipt, fingerprint), staff: null });
  const calendar = drawCalendar(dates, words);
  place.replaceChildren(
    el("h2", {}, words.t("keep.heading")),
    ...[calendar, statement].filter((node) => node !== null),
  );
}
