export {
  type Act,
  actDigest,
  actText,
  ChainError,
  type ChainFault,
  type PublicKeyOf,
  signAct,
  verifyAct,
  verifyChain,
} from "./acts";
export { openBareMessage, sealPlainReply } from "./bare-messages";
export {
  type Bytes,
  concatBytes,
  EncodingError,
  fromBase64,
  fromHex,
  fromUtf8,
  randomBytes,
  randomId,
  sha256Hex,
  toBase64,
  toHex,
  utf8,
} from "./bytes";
export { CanonicalError, type CanonicalFault, canonicalJson, type JsonValue } from "./canonical";
export { COMPARTMENT_TYPES, type CompartmentType, generateCompartmentKey } from "./compartments";
export {
  type DirectoryEntry,
  ENDING_REASONS,
  type Ending,
  type EndingReason,
  type Succession,
  shortCode,
  signDirectoryEntry,
  signEnding,
  successionText,
  verifyDirectoryEntry,
  verifyEnding,
} from "./directory";
export type { CaseId, Day, Digest, Fingerprint, ItemId, PartId, PersonId, Role } from "./ids";
export {
  ItemError,
  type ItemExpectation,
  type ItemFault,
  type ItemPayload,
  openItem,
  type Signers,
  sealItem,
} from "./items";
export {
  BACKDATE_MS,
  CertificationError,
  certifyKey,
  encryptionKeyIds,
  generateKeyPair,
  type KeyPair,
  PrivateKeyError,
  publicKeyOf,
  readFingerprint,
  revokeCertification,
} from "./keys";
export {
  deriveStaffSecrets,
  exportForRecovery,
  LockError,
  type LockFault,
  lockPrivateKey,
  PASSPHRASE_KDF,
  type PassphraseKdf,
  unlockPrivateKey,
} from "./lock";
export {
  type InspectedMessage,
  type InspectOptions,
  type IntakeKey,
  inspectArmored,
  inspectBinary,
  PacketError,
  type PacketFault,
} from "./packets";
export { PADDING_FLOOR_BYTES, paddedLength, padmeLength } from "./padding";
export {
  assembleFile,
  type Cleaning,
  type FileManifest,
  openFile,
  openPart,
  PART_BYTES,
  PartError,
  type PartFault,
  sealPart,
} from "./parts";
export { estimateStrength, type Strength, suggestPassphrase } from "./passphrase";
export {
  MOST_TEXT,
  MOST_TITLE,
  type PublicText,
  PublicTextError,
  type PublicTextFault,
  paragraphsOf,
  publicTextDigest,
  publicTextForm,
  requirePublicText,
} from "./public-text";
export {
  countReceiptWords,
  deriveReceiptSecrets,
  drawReceipt,
  isSameWord,
  parseReceipt,
  RECEIPT_WORDS,
  ReceiptError,
  type ReceiptFault,
  translateReceipt,
} from "./receipt";
export { type RecipientKey, RecipientKeyError, type RecipientKeyFault, requireRecipientKey } from "./recipients";
export { SignatureError, type SignatureFault } from "./signatures";
export {
  openReceiptWrap,
  openWrap,
  openWrapOuter,
  resealWrap,
  SamePersonError,
  WrapError,
  type WrapRecipient,
  wrapForReceipt,
  wrapForTwo,
  wrapKey,
} from "./wraps";
