import { z } from "zod";
import { openSchema } from "~/services/mailbox.server";
import { messageSchema } from "~/services/mailbox-message.server";
import { actSchema } from "~/services/perform-act.server";
import { personSchema } from "~/services/schemas.server";
import { setupSchema } from "~/services/setup.server";
import { signInSchema } from "~/services/sign-in.server";
import { reportSchema } from "~/services/submit-report.server";
import { certificationSchema, invitationSchema } from "~/services/team.server";

/** What the machine interface takes, under the names that docs/openapi.json uses. */
const REQUESTS = {
  Report: reportSchema,
  MailboxMessage: messageSchema,
  MailboxKeys: openSchema,
  SignIn: signInSchema,
  Setup: setupSchema,
  NewPerson: personSchema,
  Invitation: invitationSchema,
  Certification: certificationSchema,
  SignedAct: actSchema,
} satisfies Record<string, z.ZodType>;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The request schemas as JSON Schema, from the very objects that the services parse with. */
export function requestSchemas(): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  for (const [name, schema] of Object.entries(REQUESTS)) {
    const made = z.toJSONSchema(schema, { io: "input" }) as { $defs?: Record<string, Json>; $schema?: string };
    const { $defs = {}, $schema: _, ...rest } = made;
    schemas[name] = tidy(rest as Json);
    // The one schema that refers to itself: what an act says in codes.
    for (const definition of Object.values($defs)) schemas.Code = tidy(definition);
  }
  return schemas;
}

/** Leaves out what only zod means by it, and points to the page's own definitions. */
function tidy(value: Json): Json {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, entry]) => !(key === "format" && entry === "starts_with"))
    .filter(([, entry]) => Math.abs(Number(entry)) !== Number.MAX_SAFE_INTEGER)
    .map(([key, entry]) => [key, key === "$ref" ? "#/components/schemas/Code" : tidy(entry)] as const);
  return Object.fromEntries(entries);
}
