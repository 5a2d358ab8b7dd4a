type Rule = { pattern: RegExp; says: string };

/** Slips of the keyboard that a language's readers see at once. */
const RULES: { [language: string]: Rule[] } = {
  fr: [
    { pattern: /[^\s\u00a0\u202f][;!?](?=\s|$)/, says: "wants a no-break space before ; ! ?" },
    { pattern: /[^\s\u00a0\u202f\d]:(?=\s|$)/, says: "wants a no-break space before the colon" },
    { pattern: / [;:!?»]|« /, says: "has a space that can break before ; : ! ? » or after «" },
    { pattern: /'/, says: "has a straight apostrophe" },
  ],
  es: [
    { pattern: /^[^¿]*\?/, says: "has no ¿ before the question" },
    { pattern: /^[^¡]*!/, says: "has no ¡ before the exclamation" },
  ],
  ru: [
    { pattern: /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]/, says: "mixes Latin and Cyrillic letters in a word" },
    { pattern: /"/, says: "has straight quotation marks" },
  ],
  zh: [
    { pattern: /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?!\w)/u, says: "has a half-width mark after a character" },
    { pattern: /[們麼來開關於個這為與讓證請點選擇]/, says: "has a traditional character" },
  ],
  fa: [
    { pattern: /[\u064a\u0643\u0649]/, says: "has an Arabic yeh or kaf instead of the Persian one" },
    { pattern: /[\u0600-\u06ff][,;?]/, says: "has a Latin comma, semicolon or question mark" },
    { pattern: /[\u0660-\u0669\u06f0-\u06f9]/, says: "has digits other than 0 to 9" },
  ],
  ar: [
    { pattern: /[\u0600-\u06ff][,;?]/, says: "has a Latin comma, semicolon or question mark" },
    { pattern: /[\u0660-\u0669]/, says: "has digits other than 0 to 9" },
    { pattern: /[\u06a9\u06cc]/, says: "has a Persian yeh or kaf instead of the Arabic one" },
  ],
};

/** The first slip in a text; null if there is none. */
export function findMisprint(language: string, text: string): string | null {
  return RULES[language]?.find(({ pattern }) => pattern.test(text))?.says ?? null;
}
