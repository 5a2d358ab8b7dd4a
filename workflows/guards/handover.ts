import type { CaseEvent } from "../events";
import type { ItemFact } from "../facts";
import { handoverOf } from "../handover";
import type { Guard } from "./check";

/** The sealed copy of what was given, and the line that tells the reporter, both signed by the actor. */
function brings({ actor, facts }: CaseEvent, kind: string, compartment: ItemFact["compartment"]): boolean {
  return facts.items.some((item) => item.kind === kind && item.compartment === compartment && item.signedBy === actor);
}

/**
 * A case goes to another office together with a package: the act binds the sealed file's digest, the key that it is for and
 * the kinds of what is inside; its list is kept with the case, and the reporter is told.
 */
export const G_HANDOVER: Guard = [
  {
    rule: "noHandover",
    need: () => "handover",
    holds: (_context, event) =>
      handoverOf(event.codes) !== null &&
      brings(event, "handover", "deliberation") &&
      brings(event, "transfer", "correspondence"),
  },
];
