export type Strength = { bits: number; label: "weak" | "fair" | "good" | "strong" };

/** A passphrase being chosen, as it was typed twice. */
export type PassphraseDraft = { first: string; second: string };

export const NO_PASSPHRASE: PassphraseDraft = { first: "", second: "" };

export type PassphraseFault = "empty" | "weak" | "differ";

/** What stands in the way of this passphrase, or null when it may be used. */
export async function findPassphraseFault({ first, second }: PassphraseDraft): Promise<PassphraseFault | null> {
  if (!first) return "empty";
  const { estimateStrength } = await import("~crypto/passphrase");
  if (estimateStrength(first).label === "weak") return "weak";
  return first === second ? null : "differ";
}
