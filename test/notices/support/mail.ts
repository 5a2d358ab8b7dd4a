import { type Gpg, startGpg } from "../../crypto/support";
import type { Received } from "./smtp-peer";

export interface ReadMail {
  /** Header names and values in their order. */
  headers: [string, string][];
  body: string;
}

/** Takes a mail apart as any reader does: folded headers, an empty line, the body. */
export function readMail(raw: string): ReadMail {
  const cut = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, cut).replace(/\r\n[ \t]+/g, " ");
  const headers = head.split("\r\n").map((line): [string, string] => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)];
  });
  return { headers, body: raw.slice(cut + 4) };
}

/** The armored message inside a PGP/MIME mail. */
export function armoredIn({ raw }: Received): string {
  return /-----BEGIN PGP MESSAGE-----[\s\S]+?-----END PGP MESSAGE-----/.exec(raw)?.[0] ?? "";
}

/** The real gpg with a private key to read with and the key that signs. */
export async function readerWith(privateKey: string, noticeKey: string) {
  // The office's notice key is made by the clock of the machine.
  const gpg: Gpg = await startGpg(new Date());
  await gpg.ok(["--import"], privateKey);
  await gpg.ok(["--import"], noticeKey);
  return {
    gpg,
    /** The text of a mail and whose good signature it bears. */
    async read(mail: Received): Promise<{ text: string; signer: string | null; length: number }> {
      const opened = await gpg.ok(["--status-fd", "2", "--decrypt"], armoredIn(mail));
      const signer = /VALIDSIG ([0-9A-F]{40})/.exec(opened.log)?.[1]?.toLowerCase() ?? null;
      return { text: opened.text, signer, length: opened.stdout.length };
    },
  };
}
