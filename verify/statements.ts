import { sha256Hex } from "../crypto/bytes";
import { publishes } from "../workflows";
import type { CaseExport } from "./case-export";
import { Broken } from "./faults";
import { type PlacedAct, statementOf } from "./read-acts";

/**
 * Checks that each text that an act made public is in the file, is unchanged, and is the one that was proposed.
 *
 * Shape:  what holds, as a line.
 * Errors: Broken.
 */
export async function checkStatements(file: CaseExport, acts: readonly PlacedAct[]): Promise<string> {
  const texts = new Map((file.statements ?? []).map(({ digest, text }) => [digest, text]));
  const proposed = new Map<unknown, string | null>();
  const named = new Set<string>();
  for (const { place, act } of acts) {
    if (act?.event === "act.propose") proposed.set(act.codes.for, statementOf(act));
    if (!act || !publishes(act.event)) continue;
    const digest = statementOf(act);
    const broken = (reason: string) => new Broken({ act: place }, reason);
    if (digest !== (proposed.get(act.event) ?? null)) throw broken("it publishes another text than was proposed");
    // Before texts were bound to acts, a proposal named none.
    if (digest === null) continue;
    const text = texts.get(digest);
    if (text === undefined) throw broken("the text that it published is not in the file");
    if ((await sha256Hex(text)) !== digest) throw broken("the text that it published was changed");
    named.add(digest);
  }
  for (const digest of texts.keys()) {
    if (!named.has(digest)) throw new Broken({ part: `text ${digest}` }, "no act published it");
  }
  return named.size === 0 ? "nothing was published" : `published texts: ${named.size}, each as it was proposed`;
}
