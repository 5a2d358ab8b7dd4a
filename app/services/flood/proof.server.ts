import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { z } from "zod";
import { now } from "~/platform/clock.server";
import { Problem } from "~/platform/problems.server";
import { keyedDigest } from "~/platform/secrets.server";
import { id } from "../schemas.server";
import { workNow } from "./waiting.server";

/** The header that a proof travels in. */
export const PROOF_HEADER = "Ombra-Proof";
const MOST_PROOF_CHARACTERS = 4000;
/** A proof is good for so long: enough to write a report and send its files over a slow line. */
const VALID_HOURS = 12;
/** Work that was asked for counts while no more than this many times as much is asked for now. */
const OUTGROWN = 4;

const hex = z.string().regex(/^[0-9a-f]{1,64}$/);
const proofSchema = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal("SHA-256"),
      nonce: hex,
      salt: hex,
      cost: z.literal(1),
      keyLength: z.literal(32),
      keyPrefix: hex,
      data: z.strictObject({ for: id, work: z.number().int(), until: z.number().int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.number().int(), derivedKey: hex }),
});

/**
 * A piece of work for one thing that is to be sent, named by its random id; null where none is asked for.
 *
 * Shape: nothing is kept of it. The id stands inside and is signed, so that the proof opens the door for this one thing
 *        and for nothing else: an id makes one case at most, whoever sends it and however often.
 */
export async function giveWork(unsafeId: string | null) {
  const thing = id.parse(unsafeId);
  const work = await workNow();
  if (work === 0) return { work, challenge: null };
  const challenge = await createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    counter: randomInt(work, 0),
    deriveKey,
    // By the office's clock, which the library does not know: its own `expiresAt` is judged by the machine's.
    data: { for: thing, work, until: now().getTime() + VALID_HOURS * 3_600_000 },
    hmacSignatureSecret: secret(),
  });
  return { work, challenge };
}

/**
 * Lets through what has been worked for, while work is asked for at all.
 *
 * Errors: Problem 428 with the rule "work"; nothing was stored then.
 */
export async function requireWork(request: Request, thing: string): Promise<void> {
  const asked = await workNow();
  if (asked === 0 || (await isWorkedFor(request.headers.get(PROOF_HEADER), thing, asked))) return;
  throw new Problem(
    428,
    "Very many reports are coming in, so your browser has to solve a small task before this one is taken. Nothing was stored yet; send it again with the task solved.",
    { rule: "work", work: asked },
  );
}

async function isWorkedFor(unsafeProof: string | null, thing: string, asked: number): Promise<boolean> {
  const proof = readProof(unsafeProof);
  if (!proof) return false;
  const { challenge, solution } = proof;
  const { data } = challenge.parameters;
  if (data.for !== thing || data.work * OUTGROWN < asked || data.until < now().getTime()) return false;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret() });
  return verified;
}

function readProof(unsafe: string | null) {
  if (unsafe === null || unsafe.length > MOST_PROOF_CHARACTERS) return null;
  try {
    return proofSchema.safeParse(JSON.parse(unsafe)).data ?? null;
  } catch {
    return null;
  }
}

function secret(): string {
  return keyedDigest("work", "").toString("hex");
}
