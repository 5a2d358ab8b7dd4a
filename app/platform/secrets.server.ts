import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "./config.server";

/** SHA-256 of text or bytes, in hex. */
export function digestOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** SHA-256 over the bytes that a hex string stands for: how the receipt's secrets are kept. */
export function hashHex(hex: string): string {
  return digestOf(Buffer.from(hex, "hex"));
}

/** Compares two hex digests in constant time; digests of another length differ. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, "hex"), Buffer.from(b, "hex")];
  return left.length === right.length && left.length > 0 && timingSafeEqual(left, right);
}

/** A new secret for a link or a session: 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A random 128-bit id in hex: it says nothing about order or time. */
export function newId(): string {
  return randomBytes(16).toString("hex");
}

/** HMAC-SHA-256 with this office's own secret, for answers that must be repeatable but not guessable. */
export function keyedDigest(purpose: string, value: string): Buffer {
  return createHmac("sha256", officeSecret()).update(`${purpose}\0${value}`).digest();
}

let secret: Buffer | null = null;

function officeSecret(): Buffer {
  if (secret) return secret;
  const { dataFolder } = readConfig();
  const file = join(dataFolder, "secret");
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: "wx" });
  }
  secret = readFileSync(file);
  return secret;
}
