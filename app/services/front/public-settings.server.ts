import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { requireOfficeRole } from "../policy/office-place.server";
import type { SignedInPerson } from "../sign-in.server";

/** The title of every page where the office chose none. */
export const DEFAULT_TITLE = "Ombra";

export const PAGE_ICONS = ["mark", "plain"] as const;

/** What an office sets for its public pages. Everything here stands in the open. */
export const publicSettingsSchema = z.strictObject({
  pageTitle: z.string().max(200),
  pageIcon: z.enum(PAGE_ICONS),
  exitAddress: z.string().max(500),
  emergencyText: z.string().max(2000),
  emergencyLink: z.string().max(500),
  secretsText: z.string().max(2000),
});
export type PublicSettings = z.infer<typeof publicSettingsSchema>;

const NOTHING_SET: PublicSettings = {
  pageTitle: "",
  pageIcon: "mark",
  exitAddress: "",
  emergencyText: "",
  emergencyLink: "",
  secretsText: "",
};

const MOST_TITLE = 40;
const MOST_TEXT = 600;

/** The settings as they stand; empty texts where the office has set nothing. */
export async function readPublicSettings(): Promise<PublicSettings> {
  const row = await database().publicSettings.findFirst();
  if (!row) return NOTHING_SET;
  const { id: _, pageIcon, ...rest } = row;
  return { ...rest, pageIcon: pageIcon === "plain" ? "plain" : "mark" };
}

/** The settings for the page on which they are changed; throws Problem 404 for other roles. */
export async function readPublicSettingsAs(me: SignedInPerson): Promise<PublicSettings> {
  requireOfficeRole(me);
  return readPublicSettings();
}

/**
 * Saves the settings.
 *
 * Errors: Problem 404 for other roles, 400 with the rule that a value breaks.
 */
export async function savePublicSettings(me: SignedInPerson, input: PublicSettings): Promise<PublicSettings> {
  requireOfficeRole(me);
  const settings = {
    pageIcon: input.pageIcon,
    pageTitle: requireLine(input.pageTitle, MOST_TITLE, "badTitle"),
    exitAddress: requireAddress(input.exitAddress, ["https:"], "badExit"),
    emergencyText: requireText(input.emergencyText, "badEmergency"),
    emergencyLink: requireAddress(input.emergencyLink, ["https:", "tel:"], "badLink"),
    secretsText: requireText(input.secretsText, "badSecrets"),
  };
  if (settings.emergencyLink !== "" && settings.emergencyText === "") throw refused("linkAlone");
  await database().publicSettings.upsert({
    where: { id: "office" },
    create: { id: "office", ...settings },
    update: settings,
  });
  return settings;
}

/** Control characters and those that turn the writing direction could make a page say something else than it seems to. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function requireLine(text: string, most: number, rule: keyof typeof SENTENCES): string {
  const line = text.trim();
  if (line.length > most || HIDDEN.test(line)) throw refused(rule);
  return line;
}

function requireText(text: string, rule: keyof typeof SENTENCES): string {
  const lines = text.replace(/\r\n?/g, "\n").trim();
  if (lines.length > MOST_TEXT || HIDDEN.test(lines.replaceAll("\n", ""))) throw refused(rule);
  return lines;
}

/** An address that a browser opens by itself: no password in it, and no way of opening that runs a script. */
function requireAddress(text: string, schemes: readonly string[], rule: keyof typeof SENTENCES): string {
  const address = text.trim();
  if (address === "") return "";
  if (!URL.canParse(address)) throw refused(rule);
  const { protocol, username, password, href } = new URL(address);
  if (!schemes.includes(protocol) || username !== "" || password !== "") throw refused(rule);
  return href;
}

const SENTENCES = {
  badTitle: "The page title has to be one line of at most 40 characters.",
  badExit: "The page to leave for has to be an https address without a password in it.",
  badEmergency: "The emergency text may have at most 600 characters and no hidden ones.",
  badLink: "The emergency link has to be an https address or a telephone number such as tel:+4930123456.",
  badSecrets: "The text about classified information may have at most 600 characters and no hidden ones.",
  linkAlone: "A link to an emergency contact needs a text that says whose it is.",
} as const;

function refused(rule: keyof typeof SENTENCES): Problem {
  return new Problem(400, `${SENTENCES[rule]} Nothing was changed.`, { rule });
}
