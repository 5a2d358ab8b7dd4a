import { OfficeKeyMissing } from "./certify";
import { heldKey } from "./key-store";
import { getBytes, post } from "./office-api";
import type { Colleague, Desk } from "./records";

/** The page to take away, as the desk knows of it. */
export type TakeAwayPage = { name: string; digest: string; bytes: number; signedDay: string | null };

/** A page that must not be signed: "changed" is not the one that was shown, "foreign" holds keys that are not the office's. */
export class PageSignError extends Error {
  override readonly name = "PageSignError";
  constructor(readonly fault: "changed" | "foreign") {
    super(`The page was not signed: ${fault}.`);
  }
}

/**
 * Fetches the page to take away, looks whose keys are in it, and signs it with the office key.
 *
 * Errors: PageSignError, OfficeKeyMissing, WrapError, Problem.
 */
export async function signTakeAwayPage(desk: Desk, page: TakeAwayPage): Promise<void> {
  const key = heldKey(desk.me.person);
  if (!key || !desk.officeKeyWrap) throw new OfficeKeyMissing();
  const { openWrap } = await import("~crypto/wraps");
  const { signText } = await import("~crypto/signatures");
  const { fromUtf8, sha256Hex } = await import("~crypto/bytes");
  const { fingerprint } = desk.office;
  const officePrivateKey = await openWrap({ sealed: desk.officeKeyWrap, privateKey: key.privateKey, fingerprint });
  const bytes = await getBytes(`/${page.name}`);
  if ((await sha256Hex(bytes)) !== page.digest) throw new PageSignError("changed");
  const text = fromUtf8(bytes);
  if (!(await holdsOnlyOurs(text, fingerprint))) throw new PageSignError("foreign");
  const signature = await signText(text, officePrivateKey, new Date(`${desk.today}T00:00:00Z`));
  await post("/api/v1/office/offline-signature", { digest: page.digest, signature });
}

/** Whether the office in the page is the one whose private key is at hand, and it signed every line of people there. */
async function holdsOnlyOurs(text: string, fingerprint: string): Promise<boolean> {
  const { readFingerprint } = await import("~crypto/keys");
  const { verifyDirectoryEntry } = await import("~crypto/directory");
  const [, block = "{}"] = /<script type="application\/json" id="office-data">([^<]*)<\/script>/.exec(text) ?? [];
  try {
    const office = JSON.parse(block) as { fingerprint: string; publicKey: string; directory: Colleague[] };
    const found = await readFingerprint(office.publicKey);
    if (found !== fingerprint || office.fingerprint !== fingerprint) return false;
    for (const { entry, entrySignature } of office.directory)
      await verifyDirectoryEntry(JSON.parse(entry), entrySignature, office.publicKey);
    return true;
  } catch {
    return false;
  }
}
