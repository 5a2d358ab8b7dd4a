import { isLanguage } from "~/locales/languages";
import { Problem } from "~/platform/problems.server";
import { type PublicText, PublicTextError, publicTextDigest, requirePublicText } from "~crypto/public-text";
import { publishes } from "~workflows";

/** A text on its way to the public, with the digest that was computed from it here. */
export interface CheckedText {
  text: PublicText;
  digest: string;
}

/**
 * The text that an act makes public, as it came; null where it brings none. Until it is published a text is sealed: one that
 * comes in the open with any other step is not kept.
 *
 * Errors: Problem 422 with the rule `badStatement`, or `otherStatement` for a step that publishes nothing.
 */
export async function checkText(event: string, unsafe: unknown): Promise<CheckedText | null> {
  if (unsafe === undefined) return null;
  if (!publishes(event)) {
    throw new Problem(
      422,
      "This step publishes nothing, and a text came with it in the open. Nothing was stored, and the text was not kept.",
      { rule: "otherStatement" },
    );
  }
  try {
    const text = requirePublicText(unsafe);
    if (!isLanguage(text.language)) throw new PublicTextError("form");
    return { text, digest: await publicTextDigest(text) };
  } catch (error) {
    if (!(error instanceof PublicTextError)) throw error;
    const facts = { rule: "badStatement", fault: error.fault };
    throw new Problem(422, "The text cannot be published as it stands, so nothing was stored.", facts);
  }
}
