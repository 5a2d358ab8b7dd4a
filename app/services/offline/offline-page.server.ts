import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { offlineTemplate } from "~/platform/offline-template.server";
import { digestOf } from "~/platform/secrets.server";
import { readPublicOffice } from "../office.server";

/** The page's name, and where it is fetched. */
export const OFFLINE_NAME = "ombra-offline.html";

/** The place in the built page that holds the office. */
const EMPTY_BLOCK = '<script type="application/json" id="office-data">{}</script>';

/** The page as everybody gets it today. */
export interface OfflinePage {
  text: string;
  digest: string;
  bytes: number;
  /** The office key's signature on exactly these bytes; null while there is none. */
  signature: string | null;
  signedDay: string | null;
}

let last: { office: string; text: string; digest: string } | null = null;

/**
 * The form, the keys and every language in one file that is opened from disk. Null while no office exists.
 *
 * Shape: the same bytes for everybody, with no time in them finer than the day of the youngest key. They change only with
 *        the people, their keys, the office's name or address, or a new build.
 */
export async function readOfflinePage(): Promise<OfflinePage | null> {
  const office = await readPublicOffice();
  if (!office) return null;
  const { name, fingerprint, publicKey, directory, demonstration } = office;
  const keysDay =
    directory
      .map(({ entry }) => (JSON.parse(entry) as { day: string }).day)
      .sort()
      .at(-1) ?? "";
  const people = [...directory].sort((a, b) => (a.person < b.person ? -1 : 1));
  const origin = readConfig().publicOrigin ?? "";
  const block = inScript({ name, fingerprint, publicKey, keysDay, origin, demonstration, directory: people });
  if (last?.office !== block) last = { office: block, ...fill(block) };
  const { text, digest } = last;
  const signed = await database().pageSignature.findUnique({ where: { digest } });
  const bytes = Buffer.byteLength(text);
  return { text, digest, bytes, signature: signed?.signature ?? null, signedDay: signed?.day ?? null };
}

/** What the pages say about it: everything but the page itself. */
export async function describeOfflinePage() {
  const page = await readOfflinePage();
  if (!page) return null;
  const { digest, bytes, signedDay } = page;
  return { name: OFFLINE_NAME, digest, bytes, signedDay };
}

function fill(block: string): { text: string; digest: string } {
  const template = offlineTemplate();
  if (!template.includes(EMPTY_BLOCK)) throw new Error("The offline page has no place for an office.");
  const text = template.replace(EMPTY_BLOCK, () => EMPTY_BLOCK.replace("{}", () => block));
  return { text, digest: digestOf(text) };
}

/** JSON that cannot end the element it stands in. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
