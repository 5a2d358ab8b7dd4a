/** Comments, character data, instructions and tags; an attribute's value may hold ">". */
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^"'<>]|"[^"]*"|'[^']*')*>/g;
const ATTRIBUTE = /\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * What to do with a document's pieces. Names come without their namespace prefix, which differs between programs.
 *
 * Shape: `drop` tells whether an element goes with all that is in it; `attribute` and `text` give the new value, still
 *        escaped, and null takes an attribute out.
 */
export type XmlRules = {
  drop?: (element: string) => boolean;
  attribute?: (element: string, name: string, value: string) => string | null;
  text?: (element: string, text: string) => string;
};

/**
 * Rewrites an XML document piece by piece. Everything that no rule is about stays as it is, byte for byte; comments and
 * document types go. A page that trusts no markup from elsewhere has no parser to build a tree with.
 *
 * Source: XML 1.0 §2.4–2.8, §3.1.
 */
export function rewriteXml(xml: string, { drop, attribute, text }: XmlRules): string {
  const out: string[] = [];
  const open: string[] = [];
  let dropped = 0;
  let at = 0;
  const say = (between: string) => {
    const element = open.at(-1) ?? "";
    if (dropped === 0 && between !== "") out.push(text ? text(element, between) : between);
  };
  for (const match of xml.matchAll(TOKEN)) {
    say(xml.slice(at, match.index));
    at = match.index + match[0].length;
    const token = match[0];
    if (token.startsWith("<![CDATA[")) say(escapeXml(token.slice(9, -3)));
    else if (token.startsWith("<?")) out.push(token);
    else if (!token.startsWith("<!")) takeTag(token);
  }
  say(xml.slice(at));
  return out.join("");

  function takeTag(tag: string): void {
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? "";
    const element = localName(name);
    if (tag.startsWith("</")) {
      open.pop();
      if (dropped > 0) dropped -= 1;
      else out.push(tag);
      return;
    }
    const isEmpty = tag.endsWith("/>");
    if (!isEmpty) open.push(element);
    if (dropped > 0 || drop?.(element)) {
      if (!isEmpty) dropped += 1;
      return;
    }
    out.push(
      attribute ? tag.replace(ATTRIBUTE, (whole, key: string, quoted: string) => rule(whole, key, quoted)) : tag,
    );

    function rule(whole: string, key: string, quoted: string): string {
      if (key === "xmlns" || key.startsWith("xmlns:")) return whole;
      const value = attribute?.(element, localName(key), quoted.slice(1, -1));
      return value === null ? "" : ` ${key}="${(value ?? "").replaceAll('"', "&quot;")}"`;
    }
  }
}

/** Reads values without changing anything: `see` gets every attribute and every stretch of text. */
export function readXml(xml: string, see: (element: string, name: string | null, value: string) => void): void {
  rewriteXml(xml, {
    attribute: (element, name, value) => {
      see(element, name, plain(value));
      return value;
    },
    text: (element, value) => {
      if (value.trim() !== "") see(element, null, plain(value));
      return value;
    },
  });
}

/** Text as it may stand between tags. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function plain(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, number: string, name: string) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(number);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
