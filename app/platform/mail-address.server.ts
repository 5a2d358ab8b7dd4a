const MAX_LOCAL_CHARS = 64;
const MAX_DOMAIN_CHARS = 253;
/** The longest address that fits between the angle brackets of an SMTP command (RFC 5321 §4.5.3.1.3, erratum 1690). */
export const MAX_ADDRESS_CHARS = 254;

const LOCAL = /^[a-z0-9_][a-z0-9_+=~'&-]*(?:\.[a-z0-9_+=~'&-]+)*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/**
 * Tells one plain mail address from everything else.
 *
 * Shape:  one addr-spec in ASCII: no display name, no brackets, comments, quotes, lists, source routes, line breaks or
 *         surrounding blanks. Narrower than RFC 5322 on purpose: parsers disagree about the rest, and what two of them
 *         read differently sends a notice to a stranger (CVE-2025-13033).
 */
export function isMailAddress(unsafe: string): boolean {
  if (unsafe.length > MAX_ADDRESS_CHARS) return false;
  const at = unsafe.indexOf("@");
  const [local, domain] = [unsafe.slice(0, at), unsafe.slice(at + 1)];
  return (
    at > 0 &&
    local.length <= MAX_LOCAL_CHARS &&
    domain.length <= MAX_DOMAIN_CHARS &&
    LOCAL.test(local) &&
    DOMAIN.test(domain)
  );
}
