import { readBare } from "./open-bare-item";
import type { OpenedCase } from "./open-case";
import { readCode, readReport, readText } from "./read-bodies";
import { reportOf } from "./summary";

/** Something that the reporter said and that has to be found again. */
export type Told = { text: string; day: string };

/** How the reporter can be reached safely: what they said last, in a message or in the report. */
export function safeContactOf(opened: OpenedCase): Told | null {
  return toldAbout("safeContact", opened).at(-1) ?? null;
}

/** What the reporter wrote about an earlier report whose words they have lost. */
export function earlierOf(opened: OpenedCase): Told[] {
  return toldAbout("earlier", opened);
}

function toldAbout(topic: "safeContact" | "earlier", opened: OpenedCase): Told[] {
  const report = reportOf(opened);
  const answer =
    report?.state === "open" && !readBare(report.body) ? readReport(report.body).answers[topic] : undefined;
  const first = report && typeof answer === "string" && answer.trim() ? [{ text: answer, day: report.item.day }] : [];
  const later = opened.items.flatMap((one) =>
    one.state === "open" && one.item.author === "reporter" && readCode(one.body, "topic") === topic
      ? [{ text: readText(one.body), day: one.item.day }]
      : [],
  );
  return [...first, ...later];
}
