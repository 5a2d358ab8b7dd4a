export type Strength = { bits: number; label: "weak" | "fair" | "good" | "strong" };

/** A passphrase being chosen, as it was typed twice. */
export type PassphraseDraft = { first: string; second: string };

export const NO_PASSPHRASE: PassphraseDraft = { first: "", second: "" };

export type PassphraseFault = "empty" | "weak" | "differ";

/** What stands in the way of this passphrase, or null when it may be used. */
export async function findPassphraseFault({ first, second }: PassphraseDraft): Promise<PassphraseFault | null> {
  if (!first) return "empty";
  if ((await strengthOf(first)).label === "weak") return "weak";
  return first === second ? null : "differ";
}

/** How hard a passphrase is to guess, leaning to the low side. */
export async function strengthOf(passphrase: string): Promise<Strength> {
  const { estimateStrength } = await import("~crypto/passphrase");
  return estimateStrength(passphrase);
}

/** Draws a passphrase of six words. */
export async function drawPassphrase(): Promise<string> {
  const { suggestPassphrase } = await import("~crypto/passphrase");
  return suggestPassphrase();
}
