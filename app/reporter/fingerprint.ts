/** A fingerprint in groups of four, as it stands on paper. */
export function fingerprintText(fingerprint: string): string {
  return fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, "$1 ");
}
