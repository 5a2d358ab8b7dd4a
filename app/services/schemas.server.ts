import { z } from "zod";

/** Shapes that several requests share. */
export const id = z.string().regex(/^[0-9a-f]{32}$/);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const fingerprint = z.string().regex(/^[0-9a-f]{40}$/);
export const armoredMessage = z.string().max(4_000_000).startsWith("-----BEGIN PGP MESSAGE-----");
export const armoredPublicKey = z.string().max(20_000).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----");
export const armoredSignature = z.string().max(10_000).startsWith("-----BEGIN PGP SIGNATURE-----");
export const KINDS = ["tip", "grievance", "complaint"] as const;
export const ROLES = ["intake", "investigator", "ombudsperson", "reviewer", "liaison", "administrator"] as const;
export const COMPARTMENTS = ["correspondence", "deliberation", "identity", "respondent"] as const;
export const kind = z.enum(KINDS);
/** Two GiB in parts of 256 KiB, to which a bad line brings them down, and as much again for originals. */
export const parts = z.array(z.object({ id, digest })).max(20_000);

/** A person as their own browser made them: the private key arrives locked, the passphrase never does. */
export const personSchema = z.object({
  id,
  name: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
  publicKey: armoredPublicKey,
  fingerprint,
  lockedKey: z.string().max(40_000),
  recoveryKey: z.string().max(40_000).startsWith("-----BEGIN PGP PRIVATE KEY BLOCK-----"),
  kdf: z.object({
    name: z.literal("argon2id"),
    memoryKiB: z.number().int().min(19_456),
    passes: z.number().int().min(1),
    lanes: z.number().int().min(1),
  }),
  salt: z.string().regex(/^[0-9a-f]{32,64}$/),
  signIn: digest,
});

export const wrap = z.object({ person: id, sealed: armoredMessage });
