import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Hand } from "./hand";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** What the law asks for: WCAG 2.2, levels A and AA. */
const LAW = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

/**
 * What axe finds wrong with the page as it stands, each fault with the place and the element.
 *
 * Shape: `isWording` leaves out what does not change with the language: advice beyond the law, and the slow look at colours.
 */
export async function faultsOn({ page }: Hand, place: string, { isWording = false } = {}): Promise<string[]> {
  // A page that stays while its steps change keeps axe too.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const rules = isWording ? { runOnly: LAW, rules: { "color-contrast": { enabled: false } } } : {};
  const found = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    },
    { ...rules, resultTypes: ["violations"] },
  );
  return found.map((fault) => `${place}: ${fault}`);
}
