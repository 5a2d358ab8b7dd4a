import { z } from "zod";
import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { verifyText } from "~crypto/signatures";
import { armoredSignature, digest } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";
import { readOfflinePage } from "./offline-page.server";

export const pageSignatureSchema = z.object({ digest, signature: armoredSignature });

/**
 * Keeps the office key's signature on the page that is opened from disk. The same page signed again keeps the first signature.
 *
 * Errors: Problem 403 for anybody but an administrator, 409 when the page is another one by now, 400 when the signature is
 *         not the office key's on this page.
 */
export async function signOfflinePage(me: SignedInPerson, input: z.infer<typeof pageSignatureSchema>): Promise<void> {
  if (!me.roles.includes("administrator"))
    throw new Problem(403, "Only an administrator can do this. Nothing was changed.");
  const [page, office] = await Promise.all([readOfflinePage(), database().office.findFirstOrThrow()]);
  if (page?.digest !== input.digest)
    throw new Problem(
      409,
      "The page has changed since it was signed, so nothing was stored. Look at it and sign it anew.",
    );
  try {
    await verifyText({ text: page.text, signature: input.signature, publicKey: office.publicKey });
  } catch {
    throw new Problem(400, "The signature is not the office key's on this page, so nothing was stored.");
  }
  await database().pageSignature.upsert({
    where: { digest: page.digest },
    create: { ...input, day: today() },
    update: {},
  });
}
