import { randomBytes, randomId } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { generateKeyPair } from "~crypto/keys";
import { encryptBytes } from "~crypto/messages";
import { deriveReceiptSecrets, drawReceipt } from "~crypto/receipt";
import { requireUsableKey } from "~crypto/usable-key";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";
import type { FileTimes } from "./worker";

/** What the bench runs inside a real browser: the very modules of the reporter's and the desk's pages. */
const now = new Date();

async function makeKeys(count: number): Promise<string[]> {
  const keys: string[] = [];
  for (let nth = 0; nth < count; nth++) keys.push((await generateKeyPair({ name: `Person ${nth}`, now })).publicKey);
  return keys;
}

async function time(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** One message of 2,000 bytes to three people: times in milliseconds. */
async function sealSmall(rounds: number): Promise<number[]> {
  const data = randomBytes(2000);
  const to = await Promise.all((await makeKeys(3)).map((key) => requireUsableKey(key, now)));
  await time(5, async () => (await encryptBytes({ data, to, now })).armor());
  return time(rounds, async () => (await encryptBytes({ data, to, now })).armor());
}

/** Everything that a report without files takes: words, secrets, two keys, the item, four wraps, the lock. */
async function sealWhole(rounds: number): Promise<number[]> {
  const people = await makeKeys(3);
  const one = async () => {
    const secrets = await deriveReceiptSecrets(drawReceipt(), "ab".repeat(20));
    const compartment = await generateCompartmentKey({ now });
    const receipt = await generateKeyPair({ name: "", now });
    const { privateKey } = compartment;
    for (const recipient of [...people, receipt.publicKey]) await wrapKey({ privateKey, recipient, now });
    await wrapForReceipt(receipt.privateKey, secrets.wrapKey);
    const body = { answers: { summary: "x".repeat(2000) } };
    const payload = {
      case: randomId(),
      compartment: "correspondence",
      kind: "report",
      seq: 0,
      prev: "",
      body,
    } as const;
    await sealItem({ payload, compartmentPublicKey: compartment.publicKey, now });
  };
  await time(2, one);
  return time(rounds, one);
}

/** Seals parts of a file in a Worker, beside the browser's own AES. */
async function sealFile(parts: number, rounds: number): Promise<FileTimes> {
  const [publicKey] = await makeKeys(1);
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const times = await new Promise<FileTimes>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data as FileTimes);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ parts, rounds, publicKey });
  });
  worker.terminate();
  return times;
}

/** One unlocking of a staff key; loaded here only, as the desk loads it. */
async function unlock(rounds: number): Promise<number[]> {
  const { deriveStaffSecrets } = await import("~crypto/lock");
  const salt = "ab".repeat(16);
  await deriveStaffSecrets("a passphrase for the bench", salt);
  return time(rounds, () => deriveStaffSecrets("a passphrase for the bench", salt));
}

const bench = { sealSmall, sealWhole, sealFile, unlock, hasWebAssembly: () => "WebAssembly" in globalThis };
export type PageBench = typeof bench;
Object.assign(globalThis, { bench });
