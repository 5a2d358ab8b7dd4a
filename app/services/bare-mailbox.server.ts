import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, keyedDigest } from "~/platform/secrets.server";
import { milestones, openActs, restore } from "~workflows";
import { establishFacts } from "./case-facts.server";
import { recordReporterAct } from "./mailbox-message.server";
import { requireBareMessage } from "./submit-bare-report.server";

/** Reads what the office answered to a bare report. The answers are armored messages to the reporter's own key. */
export async function readBareMailbox(unsafeCode: string) {
  const found = await requireCode(unsafeCode);
  const items = await database().item.findMany({
    where: { caseId: found.id, reply: { not: null } },
    orderBy: { seq: "asc" },
  });
  const snapshot = restore(JSON.parse(found.snapshot));
  return {
    reference: found.reference,
    kind: found.kind,
    state: found.state,
    day: found.createdDay,
    milestones: milestones(snapshot, today()),
    replies: items.map((item) => ({ day: item.day, armored: item.reply ?? "" })),
  };
}

/** Adds a further bare message to its case; it answers open questions when there are some. */
export async function addBareMessage(unsafeCode: string, unsafeArmored: string): Promise<{ state: string }> {
  const found = await requireCode(unsafeCode);
  const { canonicalArmor } = await requireBareMessage(unsafeArmored);
  const db = database();
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
