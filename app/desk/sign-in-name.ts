/** A name to sign in with: lower-case Latin letters, digits, dot, dash and underscore, 2 to 40 of them. */
export function isSignInName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,39}$/.test(name.trim());
}
