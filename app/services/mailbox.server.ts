import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { hashHex, sameDigest } from "~/platform/secrets.server";
import { readMailOffer } from "./mailbox-mail.server";
import { newMailboxToken, OPEN_SECONDS, type Opens, requireToken } from "./mailbox-token.server";
import { viewOf } from "./mailbox-view.server";
import { readFormerLines } from "./people/former-lines.server";
import { endSilence } from "./reporter-act.server";
import { digest } from "./schemas.server";

export const openSchema = z.object({ locator: digest, auth: digest });

/**
 * Opens a mailbox with the two values that a receipt gives: that of a case, or that of a question which opened none. A wrong
 * receipt and one that never existed look the same, and take the same work.
 */
export async function openMailbox({ locator, auth }: z.infer<typeof openSchema>) {
  const where = { locatorHash: hashHex(locator) };
  const [report, question] = await Promise.all([
    database().case.findUnique({ where, select: { id: true, authHash: true } }),
    database().question.findUnique({ where, select: { id: true, authHash: true } }),
  ]);
  const found = report ?? question;
  const right = sameDigest(hashHex(auth), found?.authHash ?? "00".repeat(32));
  if (!found || !right) throw noMailbox();
  if (report) await endSilence(report.id);
  const opens: Opens = report ? "case" : "question";
  return { token: newMailboxToken(found.id, opens), seconds: OPEN_SECONDS, opens };
}

/** The case that a mailbox token opens; throws Problem 401 for any other. */
export function requireMailbox(request: Request): string {
  return requireToken(request, "case");
}

/** What the holder of a receipt may see: their conversation, the state and the dates, and what they can do now. */
export async function readMailbox(caseId: string) {
  const found = await database().case.findUniqueOrThrow({
    where: { id: caseId },
    include: {
      compartments: { where: { type: "correspondence" }, orderBy: { epoch: "asc" } },
      items: {
        where: { compartment: { type: "correspondence" } },
        orderBy: [{ compartment: { epoch: "asc" } }, { seq: "asc" }],
      },
    },
  });
  // A token outlives the case by an hour at most; a deleted case looks like one that never existed.
  if (found.purgedMonth !== null) throw noMailbox();
  return {
    case: found.id,
    reference: found.reference,
    kind: found.kind,
    day: found.createdDay,
    receipt: { publicKey: found.receiptKey, lockedKey: found.receiptLockedKey },
    compartments: found.compartments.map(({ id, type, epoch, publicKey, fingerprint, receiptWrap }) => ({
      id,
      type,
      epoch,
      publicKey,
      fingerprint,
      receiptWrap,
    })),
    items: found.items.map((item) => ({
      id: item.id,
      compartment: item.compartmentId,
      seq: item.seq,
      kind: item.kind,
      author: item.author,
      armored: item.armored,
      digest: item.digest,
      day: item.day,
    })),
    /** Lines that ended, of those who wrote here: their messages stay theirs. */
    former: (await readFormerLines()).filter(({ person }) => found.items.some(({ author }) => author === person)),
    mail: await readMailOffer(found.id, found.kind),
    ...(await viewOf(found)),
  };
}

function noMailbox() {
  return new Problem(404, "No mailbox opens with these words. Nothing was changed. Check the words and their order.");
}
