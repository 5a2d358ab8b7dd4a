/** A copy of a key for the safe, and the twelve words that open it. */
export type RecoveryCopyOfKey = { words: string[]; armored: string };

/** Makes a fresh recovery copy of a private key under twelve new words. */
export async function makeRecoveryCopy(privateKey: string): Promise<RecoveryCopyOfKey> {
  const { drawReceipt } = await import("~crypto/receipt");
  const { exportForRecovery } = await import("~crypto/lock");
  const words = drawReceipt();
  return { words, armored: await exportForRecovery({ privateKey, passphrase: words.join(" ") }) };
}
