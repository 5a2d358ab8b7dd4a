import type { PlannedText } from "../../../prisma/seed/public-texts";
import type { Stage } from "./stage";

/** Somebody who knows nothing of any case finds a published text by the pages' own links, and reads it. */
export async function readPublished(stage: Stage, { title, text }: PlannedText, kind: string) {
  const { say, language } = stage;
  const reader = await stage.enter(`/statistics?lang=${language}`);
  await reader.press(say("decisions", "nav"));
  await reader.see(say("decisions", `kind.${kind}`));
  await stage.keep(reader, "60-published-list");
  await stage.check(reader, "list of published texts");
  await reader.press(title);
  for (const paragraph of text.split("\n\n")) await reader.see(paragraph);
  await reader.press(say("decisions", "check.heading"));
  await stage.keep(reader, "61-published-text");
  await stage.check(reader, "published text");
  await stage.leave(reader);
}
