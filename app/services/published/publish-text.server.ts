import type { Transaction } from "~/platform/database.server";
import type { CheckedText } from "./check-text.server";

/** What is published, by the step that published it. */
const KINDS: Readonly<Record<string, string>> = {
  "statement.publish": "statement",
  "specialReport.publish": "specialReport",
};

/**
 * Makes a text public, in the transaction of the act that says so. The row names no case: what leads from a case to its text is
 * the digest in the signed act.
 *
 * Shape:  a text that is public already stays as it is and gets no second number.
 * Units:  the quarter of `day`, "2026-Q4"; numbers count from 1, in the order of publication.
 */
export async function publishText(tx: Transaction, event: string, { text, digest }: CheckedText, day: string) {
  if ((await tx.statement.count({ where: { digest } })) > 0) return;
  // A counter of its own, so that two processes at once cannot take the same number.
  const id = "statements";
  const { value: number } = await tx.counter.upsert({
    where: { id },
    create: { id, value: 1 },
    update: { value: { increment: 1 } },
  });
  const { language, title, paragraphs, salt } = text;
  await tx.statement.create({
    data: {
      ...{ number, language, title, salt, digest },
      kind: KINDS[event] ?? event,
      paragraphs: JSON.stringify(paragraphs),
      quarter: `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
    },
  });
}
