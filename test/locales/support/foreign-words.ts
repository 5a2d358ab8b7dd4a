const WRITTEN_IN_LATIN = ["en", "fr", "es"];

/** Names of programs, formats and people's own spelling; they stand in Latin letters in every language. */
const NAMES =
  /\b(Ombra|New OpenPGP Key Pair|OpenPGP|GnuPG|gpg|curl|Tor|Browser|Tails|Argon2id|PGP|URL|ID|PDF|JPEG|PNG|SMTP|SMTP_URL|MB|kB|GB|EU|ISO|RFC|CSV|JSON|VPN|UTC|SHA|USB|QR|Escape|Kleopatra|Gpg4win|Sequoia|sq|mat2|sha256sum|JavaScript|Debian|Linux|Windows|Word|Excel|PowerPoint|onion|File|Protect the generated key with a passphrase|Advanced (?:options|Settings)|Valid until|Cancel|Details|Export|Import|Recipients|Sign as|Encrypt for me|Encrypt for others|Encrypt with password|Encrypt Notepad|Verify Notepad|Decrypt|Notepad|reply)\b/g;

/** Commands, addresses, file names and codes: what is typed or copied and never translated. */
const TYPED =
  /«No»|\b(https|tel)\b|https?:\S*|\S+@\S+|\b[\w-]+(\.txt)?\.(md|asc|gpg|key|ics|txt|json|csv|pdf|html)\b|(?<!\w)\.asc\b|\bdocs\/\S+|--[\w-]+|\b[A-Z][A-Z0-9_]{1,}\b/g;

/** Words that no French or Spanish sentence has. */
const ENGLISH_WORDS =
  /(?<!\p{L})(the|and|you|your|yours|with|this|that|these|those|is|are|was|were|be|been|not|what|which|who|whom|from|into|have|has|had|will|would|can|cannot|may|must|should|of|to|it|its|they|them|their|there|here|report|reporter|case|office|mailbox|receipt)(?!\p{L})/giu;

/** What is left of English in a translated text. */
export function findForeignWords(language: string, text: string): string[] {
  if (language === "en") return [];
  const prose = text.replace(TYPED, " ").replace(NAMES, " ");
  const pattern = WRITTEN_IN_LATIN.includes(language) ? ENGLISH_WORDS : /[A-Za-z]{2,}/g;
  return [...prose.matchAll(pattern)].map(([word]) => word);
}
