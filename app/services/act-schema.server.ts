import { z } from "zod";
import type { Act } from "~crypto/acts";
import {
  armoredMessage,
  armoredPublicKey,
  armoredSignature,
  COMPARTMENTS,
  digest,
  fingerprint,
  id,
  parts,
  ROLES,
  wrap,
} from "./schemas.server";

const codeValue: z.ZodType<Act["codes"][string]> = z.lazy(() =>
  z.union([
    z.string().max(2000),
    z.number().int(),
    z.boolean(),
    z.null(),
    z.array(codeValue).max(100),
    z.record(z.string().max(60), codeValue),
  ]),
);

/** One signed act with all it brings: sealed items, wraps for people, new compartments, parts of files. */
export const actSchema = z.object({
  act: z.object({
    v: z.literal(1),
    case: id,
    seq: z.number().int().min(0),
    event: z.string().max(60),
    codes: z.record(z.string().max(60), codeValue),
    itemDigests: z.array(digest).max(520),
    prevAct: z.union([digest, z.literal("")]),
    day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    actor: id,
    role: z.enum(ROLES),
  }),
  signature: armoredSignature,
  version: z.number().int(),
  items: z
    .array(
      z.object({
        id,
        compartment: id,
        seq: z.number().int().min(0),
        kind: z.string().regex(/^[a-z]{2,20}$/),
        armored: armoredMessage,
        reply: armoredMessage.optional(),
      }),
    )
    .max(510),
  compartments: z
    .array(
      z.object({
        id,
        type: z.enum(COMPARTMENTS),
        epoch: z.number().int().min(1),
        publicKey: armoredPublicKey,
        fingerprint,
        receiptWrap: armoredMessage.nullish(),
        wraps: z.array(wrap).min(1).max(50),
      }),
    )
    .max(4)
    .default([]),
  wraps: z
    .array(z.object({ compartment: id, person: id, sealed: armoredMessage }))
    .max(200)
    .default([]),
  parts: parts.default([]),
  /** The text that the act makes public, in the open; only a step that publishes brings one. */
  statement: z
    .strictObject({
      v: z.literal(1),
      language: z.string().max(2),
      title: z.string().max(400),
      paragraphs: z.array(z.string().max(60_000)).max(1000),
      salt: z.string().max(32),
    })
    .optional(),
});
export type SignedAct = z.infer<typeof actSchema>;
