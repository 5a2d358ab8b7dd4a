import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { type Act, verifyAct } from "~crypto/acts";
import { addDays, isEventType } from "~workflows";
import type { SignedAct } from "./act-schema.server";
import { officeCalendar } from "./calendar.server";
import type { SignedInPerson } from "./sign-in.server";

/** The step that an act names, if the procedure has one of that name. */
export function requireEvent(event: string) {
  if (isEventType(event)) return event;
  throw new Problem(422, "The procedure has no such step, so nothing was stored.", { rule: "notInThisState" });
}

/** An act is signed by the person who sends it, for a role that they hold: that person as the directory has them now. */
export async function requireSignature(me: SignedInPerson, act: Act, signature: string) {
  const person = await database().person.findUniqueOrThrow({ where: { id: me.id } });
  const fits = act.actor === me.id && me.roles.includes(act.role);
  const valid =
    fits &&
    (await verifyAct({ act, signature, publicKey: person.publicKey, now: now() }).then(
      () => true,
      () => false,
    ));
  if (!valid)
    throw new Problem(
      400,
      "The act is not signed with your key for a role that you hold, so nothing was stored. Unlock your key again and send it once more.",
      { rule: "badSignature" },
    );
  return person;
}

/** An act bears today's date in the office's time zone, or yesterday's just after midnight, and never one before the act before it. */
export async function requireDay(day: string, lastDay: string) {
  const { today } = await officeCalendar();
  if ((day !== today && day !== addDays(today, -1)) || day < lastDay) {
    throw new Problem(
      400,
      "The act does not bear today's date, so nothing was stored. Reload the page and try again.",
      { rule: "wrongDay" },
    );
  }
}

/** The items that an act brings are the ones that were signed, in that order. */
export function requireDigests(act: Act, items: SignedAct["items"]) {
  const digests = items.map((item) => digestOf(item.armored));
  if (digests.join() !== act.itemDigests.join())
    throw new Problem(400, "What was signed is not what was sent, so nothing was stored. Send it again.", {
      rule: "badDigests",
    });
}

/** The keys that an act brings are named in what is signed, so that nobody can slip in one of their own later. */
export function requireNamedKeys(act: Act, compartments: SignedAct["compartments"]) {
  const named = Array.isArray(act.codes.keys) ? act.codes.keys : [];
  if (named.join() !== compartments.map((compartment) => compartment.fingerprint).join()) {
    throw new Problem(400, "The act does not name the keys that it brings, so nothing was stored. Send it again.", {
      rule: "badDigests",
    });
  }
}
