import { z } from "zod";
import { Problem } from "~/platform/problems.server";
import { type Ending, verifyEnding } from "~crypto/directory";
import { addDays } from "~workflows";
import { officeCalendar } from "../calendar.server";
import { armoredPublicKey, armoredSignature } from "../schemas.server";

/** What ends a line of the directory: the office key's signed statement, and the key without the office's word for it. */
export const endingSchema = z.object({
  ending: z.string().max(2000),
  endingSignature: armoredSignature,
  /** The key with the office's certification taken back; left out where the key goes on with other roles. */
  revokedKey: armoredPublicKey.nullable(),
  /** The line that follows it: other roles, or another key. Null where the person leaves. */
  next: z
    .object({ publicKey: armoredPublicKey, entry: z.string().max(4000), entrySignature: armoredSignature })
    .nullable(),
  /** Said where cases would stay that nobody else can open; without it such an ending is refused. */
  evenIfLost: z.boolean().default(false),
});
export type EndingInput = z.infer<typeof endingSchema>;

/**
 * The statement, checked: by the office key, about this very line, and of today.
 *
 * Errors: Problem 400; nothing was stored.
 */
export async function requireEnding(
  line: { id: string; entry: string; fingerprint: string },
  input: EndingInput,
  officePublicKey: string,
): Promise<Ending> {
  const { ending: text, endingSignature: signature } = input;
  const ending = await verifyEnding({ entry: line.entry, ending: text, signature, officePublicKey }).catch(() => null);
  if (!ending || ending.person !== line.id || ending.fingerprint !== line.fingerprint)
    throw new Problem(
      400,
      "The office key did not sign this about the person's present certification, so nothing was changed. Reload the page and try again.",
      { rule: "badEnding" },
    );
  const { today } = await officeCalendar();
  // Just after midnight yesterday is still what somebody signed a minute ago; what the person did since then is looked at later.
  if (ending.day !== today && ending.day !== addDays(today, -1))
    throw new Problem(400, "The statement does not bear today's date, so nothing was changed. Reload the page.", {
      rule: "wrongDay",
    });
  const isLeaving = ending.reason === "left" || (ending.reason === "compromised" && input.next === null);
  if (isLeaving !== (input.next === null) || (ending.reason === "rolesChanged") !== (input.revokedKey === null))
    throw new Problem(400, "The reason does not fit what would follow, so nothing was changed.", {
      rule: "badEnding",
    });
  return ending;
}
