import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, keyedDigest } from "~/platform/secrets.server";
import { milestones, openActs, restore } from "~workflows";
import { establishFacts } from "./case-facts.server";
import { recordReporterAct } from "./mailbox-message.server";
import { readDirectory } from "./office.server";
import { requireBareMessage } from "./submit-bare-report.server";

/** Reads what the office answered to a bare report. The answers are armored messages to the reporter's own key. */
export async function readBareMailbox(unsafeCode: string) {
  const found = await requireCode(unsafeCode);
  const items = await database().item.findMany({
    where: { caseId: found.id, reply: { not: null } },
    orderBy: [{ compartment: { epoch: "asc" } }, { seq: "asc" }],
  });
  const snapshot = restore(JSON.parse(found.snapshot));
  return {
    reference: found.reference,
    kind: found.kind,
    state: found.state,
    day: found.createdDay,
    milestones: milestones(snapshot, today()),
    readers: await readersOf(found.id),
    replies: items.map((item) => ({ day: item.day, armored: item.reply ?? "" })),
  };
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
  if (await db.item.findUnique({ where: { id } })) return { state: found.state };
  const compartment = await db.compartment.findFirstOrThrow({
    where: { caseId: found.id, type: "bare" },
    include: { _count: { select: { items: true } } },
  });
  const facts = await establishFacts(found.id);
  const { open } = openActs(restore(JSON.parse(found.snapshot)), { person: "reporter", roles: ["reporter"] }, facts);
  const event = open.some((act) => act.event === "reporter.reply") ? "reporter.reply" : "reporter.message";
  const item = {
    id,
    compartmentId: compartment.id,
    seq: compartment._count.items,
    kind: "message",
    author: "reporter",
    armored: canonicalArmor,
  };
  return recordReporterAct(found.id, found.version, event, {}, [item]);
}

/** Who of those that take in reports has this case, and can open a further message. */
async function readersOf(caseId: string) {
  const people = await readDirectory();
  const access = await database().access.findMany({ where: { caseId }, select: { personId: true } });
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
