import { z } from "zod";
import { actSchema } from "~/services/act-schema.server";
import { questionSchema } from "~/services/advice/ask-question.server";
import { threadMessageSchema } from "~/services/advice/question-thread.server";
import { publicSettingsSchema } from "~/services/front/public-settings.server";
import { openSchema } from "~/services/mailbox.server";
import { mailWishSchema } from "~/services/mailbox-mail.server";
import { messageSchema } from "~/services/mailbox-message.server";
import { retrySchema } from "~/services/notices/office-notices.server";
import { mailSettingsSchema } from "~/services/notices/settings.server";
import { pageSignatureSchema } from "~/services/offline/sign-offline-page.server";
import { endingSchema } from "~/services/people/ending-input.server";
import { movedWrapsSchema } from "~/services/people/my-wraps.server";
import { nextKeySchema } from "~/services/people/next-key.server";
import { officeKeySchema } from "~/services/people/office-key.server";
import { passphraseSchema } from "~/services/people/passphrase.server";
import { policyChangeSchema } from "~/services/policy/change-policy.server";
import { savedPlaceSchema } from "~/services/policy/office-place.server";
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
  MailWish: mailWishSchema,
  MailSettings: mailSettingsSchema,
  NoticeRetry: retrySchema,
  PolicyChange: policyChangeSchema,
  Place: savedPlaceSchema,
  Ending: endingSchema,
  OfficeKeyCopy: officeKeySchema,
  PassphraseChange: passphraseSchema,
  NextKey: nextKeySchema,
  MovedWraps: movedWrapsSchema,
  PublicSettings: publicSettingsSchema,
  Question: questionSchema,
  ThreadMessage: threadMessageSchema,
  PageSignature: pageSignatureSchema,
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
