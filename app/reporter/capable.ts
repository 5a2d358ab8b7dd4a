export type Missing = "insecure" | "crypto";

/**
 * What this browser lacks for sealing; null if nothing.
 *
 * Shape: "insecure" when the page came over a connection on which browsers withhold their cryptography.
 */
export function findMissing(scope: { isSecureContext: boolean; crypto?: Crypto } = globalThis): Missing | null {
  if (!scope.isSecureContext) return "insecure";
  return typeof scope.crypto?.subtle?.encrypt === "function" && typeof scope.crypto.getRandomValues === "function"
    ? null
    : "crypto";
}
