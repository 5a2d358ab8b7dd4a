/** The short code of a key, for two people to compare over the telephone. */
export async function shortCodeOf(fingerprint: string): Promise<string> {
  const { shortCode } = await import("~crypto/directory");
  return shortCode(fingerprint);
}
