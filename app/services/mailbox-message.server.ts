import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import type { Act } from "~crypto/acts";
import { requireAddressedTo } from "~crypto/addressed";
import { CONSENT_PURPOSES, IMPLEMENTATION_CODES, REVIEW_REASONS } from "~workflows";
import { actedFirst } from "./case-items.server";
import type { NewItem } from "./case-record.server";
import { readDirectory } from "./office.server";
import { recordReporterAct } from "./reporter-act.server";
import { armoredMessage, id, parts } from "./schemas.server";
import { shownStateOf } from "./shown-state.server";
import { attachParts } from "./store-part.server";

/** Every step that a reporter can take in the mailbox, with the codes that it has to say and those that it may. */
const STEPS = {
  "reporter.message": {},
  "reporter.reply": {},
  "evidence.add": {},
  "urgent.flag": {},
  "retaliation.report": {},
  "conflict.allege": { may: ["person"] },
  "reporter.withdraw": {},
  "reporter.rescind": {},
  "reporter.rejoin": {},
  "consent.give": { must: ["purpose"], may: ["until"] },
  "consent.withdraw": { must: ["purpose"] },
  "review.request": { must: ["reason"] },
  "parallel.concluded": {},
  "comment.received": {},
  "reporter.acceptSolution": {},
  "party.accept": {},
  "party.decline": {},
  "goodOffices.end": {},
  "followup.record": { must: ["implementation"] },
} as const satisfies Record<string, { must?: readonly string[]; may?: readonly string[] }>;
type MailboxEvent = keyof typeof STEPS;

/** What an act says in the clear; which of it belongs to which step is in STEPS. */
const codes = z.strictObject({
  reason: z.enum(REVIEW_REASONS).optional(),
  person: id.optional(),
  purpose: z.enum(CONSENT_PURPOSES).optional(),
  until: z.iso.date().optional(),
  implementation: z.enum(IMPLEMENTATION_CODES).optional(),
});

/**
 * One act from the mailbox: its message first, then the files it brings. `id` is made by the reporter's browser, and the
 * same `id` again changes nothing. An act without words brings no items.
 */
export const messageSchema = z
  .object({
    v: z.literal(1),
    id,
    event: z.enum(Object.keys(STEPS) as [MailboxEvent, ...MailboxEvent[]]),
    codes,
    compartment: id.optional(),
    items: z
      .array(z.object({ id, kind: z.enum(["message", "file"]), seq: z.number().int().min(0), armored: armoredMessage }))
      .max(501),
    parts,
  })
  .superRefine(({ event, codes: said, compartment, items, parts }, context) => {
    const { must = [], may = [] }: { must?: readonly string[]; may?: readonly string[] } = STEPS[event];
    const names = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : name));
    const refuse = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: "Not as this step asks." });
    if (must.some((name) => !names.includes(name))) refuse("codes");
    if (names.some((name) => !must.includes(name) && !may.includes(name))) refuse("codes");
    if (items.length > 0 ? compartment === undefined : parts.length > 0) refuse("items");
    // These two are about what the reporter says, even where the procedure could do without.
    if (items.length === 0 && (event === "review.request" || (event === "conflict.allege" && !said.person)))
      refuse("items");
  });
type Message = z.infer<typeof messageSchema>;

/**
 * Takes an act of the reporter and moves the case as the procedure says. The same act again changes nothing.
 *
 * Errors: Problem 409 when something else arrived first (read again, seal again), 422 when the procedure does not allow it now.
 */
export async function postMailboxMessage(caseId: string, input: Message): Promise<{ state: string }> {
  const current = await database().case.findUniqueOrThrow({ where: { id: caseId } });
  if (await isKnown(caseId, input)) return { state: shownStateOf(current) };
  const items = await requireItems(caseId, input);
  await requireInOffice(input.codes.person);
  const { event } = input;
  const said = input.codes as Record<string, string>;
  // Without a sealed item nothing else would tell this act from a second one.
  const codes = items.length > 0 ? said : { ...said, token: input.id };
  return recordReporterAct({ caseId, version: current.version, event, codes, items }, (tx) =>
    attachParts(tx, caseId, input.parts),
  );
}

/** Whether this very act is written already; throws Problem 409 where its id belongs to another. */
async function isKnown(caseId: string, { id, event, items: [first] }: Message): Promise<boolean> {
  const db = database();
  if (first) {
    const stored = await db.item.findUnique({ where: { id: first.id } });
    if (!stored) return false;
    if (stored.caseId === caseId && stored.digest === digestOf(first.armored)) return true;
  } else {
    const where = { caseId, actor: "reporter", text: { contains: id } };
    const acts = await db.act.findMany({ where, select: { text: true } });
    const stored = acts.map(({ text }) => JSON.parse(text) as Act).find(({ codes }) => codes.token === id);
    if (!stored) return false;
    if (stored.event === event) return true;
  }
  throw new Problem(409, "Another message has this id. Nothing was changed.", { rule: "otherMessage" });
}

/** The items go to the newest key of the conversation, and to nobody else. */
async function requireItems(caseId: string, input: Message): Promise<NewItem[]> {
  if (input.items.length === 0) return [];
  const where = { caseId, type: "correspondence" };
  const latest = await database().compartment.findFirst({ where, orderBy: { epoch: "desc" } });
  if (!latest || latest.id !== input.compartment) throw actedFirst();
  for (const item of input.items) {
    await requireAddressedTo(item.armored, latest.publicKey).catch(() => {
      throw new Problem(
        400,
        "The message is not sealed to this mailbox's key, so nothing was stored. Open the mailbox again and send it once more.",
      );
    });
  }
  return input.items.map((item) => ({ ...item, compartmentId: latest.id, author: "reporter" }));
}

/** Somebody who is named is of this office: an id that nobody bears would leave an allegation that nobody can decide. */
async function requireInOffice(person: string | undefined) {
  if (person === undefined || (await readDirectory()).some((one) => one.person === person)) return;
  throw new Problem(422, "Nobody of this office bears the id that was named, so nothing was stored.", {
    rule: "unknownPerson",
  });
}
