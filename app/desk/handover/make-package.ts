import type { HeldKey } from "../key-store";
import type { OpenedCase } from "../open-case";
import type { CaseRecord } from "../records";
import { languageOfReport } from "../summary";
import { type HandoverChoice, kindsOf, type MadePackage, missingOf } from "./choice";
import { type FetchPart, writeEntries } from "./entries";
import { offeredOf } from "./offered";
import type { Sender } from "./pack";
import { writeTold } from "./write-told";

type Making = {
  record: CaseRecord;
  opened: OpenedCase;
  desk: Sender;
  held: HeldKey;
  choice: HandoverChoice;
  /** The language of the page, for the words of the form in the readable report. */
  language: string;
  fetch: FetchPart;
};

/** Something that has to be chosen first. The form says which; nothing is made. */
export class ChoiceError extends Error {
  override readonly name = "ChoiceError";
  constructor() {
    super("The package cannot be made: something is not chosen yet.");
  }
}

/**
 * Makes the package for another office on this device.
 *
 * Shape:  `armored` is the file to be saved; `made` is what the act binds and what the case keeps. The server gets neither the
 *         file nor a word of it.
 * Errors: ChoiceError, ForeignKeyError (the key is judged anew), PackageError, PartError, Problem, PrivateKeyError.
 */
export async function makePackage(making: Making): Promise<{ armored: string; made: MadePackage }> {
  const { record, opened, desk, held, choice, language, fetch } = making;
  const { key } = choice;
  if (missingOf(choice).length > 0 || !key) throw new ChoiceError();
  const [{ readForeignKey }, { sealPackage }, { addKeys, describeEntries, pack, PACKAGE_FORM }, { randomId }] =
    await Promise.all([
      import("~crypto/foreign-key"),
      import("~crypto/package"),
      import("./pack"),
      import("~crypto/bytes"),
    ]);
  const now = new Date();
  const recipient = await readForeignKey(key.publicKey, now);
  const offered = offeredOf(record, opened);
  const entries = [...(await writeEntries({ record, offered, choice, language, fetch })), ...addKeys(desk)];
  const kinds = kindsOf(choice);
  const manifest = {
    v: PACKAGE_FORM,
    office: { name: desk.office.name, fingerprint: desk.office.fingerprint },
    signedBy: { name: desk.me.displayName, fingerprint: desk.me.fingerprint },
    reference: record.reference,
    day: record.today,
    recipient: { name: choice.office.trim(), fingerprint: recipient.fingerprint },
    kinds,
    entries: await describeEntries(entries),
  } as const;
  const sealing = { recipientPublicKey: recipient.publicKey, signingKey: held.privateKey, now };
  const { armored, digest } = await sealPackage({ bytes: pack(entries, manifest), ...sealing });
  const made: MadePackage = {
    digest,
    // A random name: it tells nobody on the way what or whose it is.
    fileName: `${randomId().slice(0, 12)}.asc`,
    bytes: armored.length,
    recipient: recipient.fingerprint,
    kinds,
    kept: { ...manifest, holder: recipient.holder, digest },
    told: await writeTold(kinds, choice.office.trim(), record.today, languageOfReport(opened)),
  };
  return { armored, made };
}
