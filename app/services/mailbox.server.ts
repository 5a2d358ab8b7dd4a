import { z } from "zod";
import { now, today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { hashHex, keyedDigest, sameDigest } from "~/platform/secrets.server";
import { milestones, openActs, restore } from "~workflows";
import { establishFacts } from "./case-facts.server";
import { digest } from "./schemas.server";

/** How long an open mailbox stays open without the words. */
const OPEN_SECONDS = 60 * 60;

export const openSchema = z.object({ locator: digest, auth: digest });

/**
 * Opens a mailbox with the two values that a receipt gives. A wrong receipt and one that never existed look the same,
 * and take the same work.
 */
export async function openMailbox({ locator, auth }: z.infer<typeof openSchema>) {
  const found = await database().case.findUnique({
    where: { locatorHash: hashHex(locator) },
    select: { id: true, authHash: true },
  });
  const right = sameDigest(hashHex(auth), found?.authHash ?? "00".repeat(32));
  if (!found || !right)
    throw new Problem(404, "No mailbox opens with these words. Nothing was changed. Check the words and their order.");
  const expires = Math.floor(now().getTime() / 1000) + OPEN_SECONDS;
  return { token: `${found.id}.${expires}.${tokenMac(found.id, expires)}`, seconds: OPEN_SECONDS };
}

/** The case that a mailbox token opens; throws Problem 401 for any other. A token is signed, so nothing is kept of it. */
export function requireMailbox(request: Request): string {
  const token = /^Bearer ([0-9a-f]{32})\.(\d{1,12})\.([0-9a-f]{64})$/.exec(request.headers.get("authorization") ?? "");
  const [, caseId = "", expires = "0", mac = ""] = token ?? [];
  if (!token || !sameDigest(mac, tokenMac(caseId, Number(expires))) || Number(expires) * 1000 < now().getTime()) {
    throw new Problem(
      401,
      "The mailbox is closed again. Nothing was sent. Open it with your twelve words and send it once more.",
    );
  }
  return caseId;
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
  const snapshot = restore(JSON.parse(found.snapshot));
  const facts = await establishFacts(caseId);
  const { open } = openActs(snapshot, { person: "reporter", roles: ["reporter"] }, facts);
  return {
    case: found.id,
    reference: found.reference,
    kind: found.kind,
    state: found.state,
    day: found.createdDay,
    today: today(),
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
    milestones: milestones(snapshot, today()),
    open: open.map((act) => act.event),
  };
}

function tokenMac(caseId: string, expires: number): string {
  return keyedDigest("mailbox", `${caseId} ${expires}`).toString("hex");
}
