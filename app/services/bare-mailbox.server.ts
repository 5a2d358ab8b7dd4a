import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, keyedDigest } from "~/platform/secrets.server";
import { viewOf } from "./mailbox-view.server";
import { readDirectory } from "./office.server";
import { endSilence, recordReporterAct } from "./reporter-act.server";
import { shownStateOf } from "./shown-state.server";
import { stateReceipt } from "./statement.server";
import { requireBareMessage } from "./submit-bare-report.server";

/** What can be done with a code alone, by a plain button: steps that carry no words. */
export const BARE_ACTS = ["urgent.flag", "reporter.withdraw", "reporter.rescind", "reporter.rejoin"] as const;
export type BareAct = (typeof BARE_ACTS)[number];

/** Reads what the office answered to a bare report. The answers are armored messages to the reporter's own key. */
export async function readBareMailbox(unsafeCode: string) {
  const found = await requireCode(unsafeCode);
  await endSilence(found.id);
  const { id, reference, kind, createdDay: day } = found;
  const [current, items, readers] = await Promise.all([
    database().case.findUniqueOrThrow({ where: { id } }),
    database().item.findMany({
      where: { caseId: id, reply: { not: null } },
      orderBy: [{ compartment: { epoch: "asc" } }, { seq: "asc" }],
    }),
    readersOf(id),
  ]);
  const replies = items.map((item) => ({ day: item.day, armored: item.reply ?? "" }));
  const statement = await stateReceipt(id);
  return { reference, kind, day, ...(await viewOf(current)), readers, statement, replies };
}

/** Adds a further bare message to its case; it answers open questions when there are some. */
export async function addBareMessage(unsafeCode: string, unsafeArmored: string): Promise<{ state: string }> {
  const found = await requireCode(unsafeCode);
  const { canonicalArmor, recipients } = await requireBareMessage(unsafeArmored);
  const db = database();
  const readers = await readersOf(found.id);
  if (!readers.some((reader) => recipients.includes(reader.person))) {
    const names = readers.map((reader) => reader.displayName).join(", ");
    throw new Problem(
      422,
      `Nobody who has this case could open this message, so it was not stored. Encrypt it to: ${names}.`,
      { rule: "unknownRecipient" },
    );
  }
  // The same message again has the same id, and changes nothing.
  const id = keyedDigest(`bare item ${found.id}`, digestOf(canonicalArmor)).toString("hex").slice(0, 32);
  if (await db.item.findUnique({ where: { id } })) return { state: shownStateOf(found) };
  const compartment = await db.compartment.findFirstOrThrow({
    where: { caseId: found.id, type: "bare" },
    include: { _count: { select: { items: true } } },
  });
  const { open } = await viewOf(found);
  const event = open.includes("reporter.reply") ? "reporter.reply" : "reporter.message";
  const item = {
    id,
    compartmentId: compartment.id,
    seq: compartment._count.items,
    kind: "message",
    author: "reporter",
    armored: canonicalArmor,
  };
  return recordReporterAct({
    caseId: found.id,
    version: found.version,
    event,
    items: [item],
    compartment: "bare",
  });
}

/**
 * Takes a step that needs no words. What is so already stays so: a page that is loaded again does nothing twice.
 *
 * Errors: Problem 400 for a step that is not one of these, 404 for a wrong code, 422 when the procedure does not allow it now.
 */
export async function performBareAct(unsafeCode: string, unsafeEvent: string): Promise<{ state: string }> {
  const event = BARE_ACTS.find((known) => known === unsafeEvent);
  if (!event) throw new Problem(400, "There is no such step here, so nothing was stored.");
  const found = await requireCode(unsafeCode);
  const { standing, isUrgent } = await viewOf(found);
  const isDone: Record<BareAct, boolean> = {
    "urgent.flag": isUrgent,
    "reporter.withdraw": standing.state === "withdrawalRequested",
    "reporter.rescind": standing.state === "participating",
    "reporter.rejoin": standing.state === "participating",
  };
  if (isDone[event]) return { state: shownStateOf(found) };
  return recordReporterAct({ caseId: found.id, version: found.version, event });
}

/** Who of those that take in reports has this case, and can open a further message. */
async function readersOf(caseId: string) {
  const people = await readDirectory();
  const access = await database().access.findMany({ where: { caseId, scope: "case" }, select: { personId: true } });
  return people
    .filter(({ person, roles }) => roles.includes("intake") && access.some((row) => row.personId === person))
    .map(({ person, displayName, fingerprint }) => ({ person, displayName, fingerprint }));
}

async function requireCode(unsafeCode: string) {
  const code = unsafeCode
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "")
    .slice(0, 64);
  const hash = digestOf(code.replace(/(.{5})(?=.)/g, "$1-"));
  const found = await database().case.findFirst({ where: { channel: "armored", authHash: hash } });
  if (!found)
    throw new Problem(404, "No mailbox opens with this code. Nothing was changed. Check it letter by letter.");
  return found;
}
