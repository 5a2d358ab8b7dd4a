import type { readCase } from "~/services/read-case.server";
import { randomId } from "~crypto/bytes";
import type { JsonValue } from "~crypto/canonical";
import { openItem } from "~crypto/items";
import { type PublicText, paragraphsOf, publicTextDigest, requirePublicText } from "~crypto/public-text";
import { openWrap } from "~crypto/wraps";
import { publishes } from "~workflows";
import type { PlannedAct } from "./acts";
import type { SeedOffice, SeedPerson } from "./people";

type CaseFile = Awaited<ReturnType<typeof readCase>>;

/** A text for the public as somebody types it. */
export type PlannedText = { title: string; language: string; text: string };

/** An invented text for whoever plans none of their own. */
export const INVENTED_TEXT: PlannedText = {
  title: "Surveillance equipment and what its papers said",
  language: "en",
  text: "The office looked at how a licence for surveillance equipment was handled.\n\nThe papers named one end user and the equipment reached another. The office recommended that the licence be looked at again.",
};

/** The text that a proposal brings; null where what it proposes publishes nothing. */
export function textToPropose({ codes, statement }: PlannedAct): PublicText | null {
  if (!publishes(codes?.for)) return null;
  if (statement && "paragraphs" in statement) return statement;
  const { title, language, text } = statement ?? INVENTED_TEXT;
  return { v: 1, language, title, paragraphs: paragraphsOf(text), salt: randomId() };
}

/** The text as it is sealed with its proposal. */
export function draftOf({ codes }: PlannedAct, statement: PublicText) {
  return ["statement", { for: codes?.for ?? null, statement } as JsonValue, "deliberation"] as const;
}

/** Opens the text that was proposed for this step, as whoever is to publish it reads it; null where none was proposed. */
export async function textToPublish(
  office: SeedOffice,
  me: SeedPerson,
  file: CaseFile,
  event: string,
): Promise<PublicText | null> {
  const proposed = file.snapshot.context.proposals[event as "statement.publish"]?.codes.statement;
  const signers = Object.fromEntries(office.people.map(({ keys }) => [keys.fingerprint, keys.publicKey]));
  for (const item of file.items.filter(({ kind }) => kind === "statement")) {
    const compartment = file.compartments.find(({ id }) => id === item.compartment);
    if (!compartment?.wrap) continue;
    const { wrap: sealed, fingerprint } = compartment;
    const compartmentPrivateKey = await openWrap({ sealed, privateKey: me.keys.privateKey, fingerprint });
    const expect = { case: file.case, compartment: "deliberation" as const, seq: item.seq };
    const { armored } = item;
    const { payload } = await openItem({ armored, compartmentPrivateKey, expect, signers, requireSigned: true });
    const text = requirePublicText((payload.body as { statement?: unknown }).statement);
    if ((await publicTextDigest(text)) === proposed) return text;
  }
  return null;
}
