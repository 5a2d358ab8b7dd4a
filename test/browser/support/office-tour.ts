import type { Hand } from "./hand";
import type { Stage } from "./stage";

const PLACES = ["notices", "policy", "retention", "oversight"];

/** Goes through the office's own pages and the published procedure, and keeps a picture of each. */
export async function tourOffice(stage: Stage, hand: Hand) {
  const { say } = stage;
  await hand.press(say("desk", "header.office"));
  for (const [index, place] of PLACES.entries()) {
    await hand.press(say("desk", `office.${place}`));
    await hand.page.waitForFunction((path) => location.pathname === path, {}, `/admin/${place}`);
    await hand.page.waitForSelector("h1");
    await stage.keep(hand, `3${index}-office-${place}`);
  }
  const reader = await stage.enter("/procedure?kind=complaint");
  await stage.keep(reader, "35-procedure");
  await reader.page.goto(`${stage.base}/statistics`, { waitUntil: "load" });
  await stage.keep(reader, "36-statistics");
  await stage.leave(reader);
}
