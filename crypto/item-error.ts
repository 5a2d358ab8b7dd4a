export type ItemFault =
  | "cannotDecrypt"
  | "malformed"
  | "wrongCase"
  | "wrongCompartment"
  | "wrongKind"
  | "outOfOrder"
  | "badSignature"
  | "unknownSigner"
  | "unsigned";

/** An item that cannot be opened or is not the one expected. Nothing of its content comes along. */
export class ItemError extends Error {
  override readonly name = "ItemError";
  constructor(readonly fault: ItemFault) {
    super(`The item cannot be opened: ${fault}.`);
  }
}
