import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import type { Act } from "~crypto/acts";
import { type PublicText, publicTextForm } from "~crypto/public-text";
import { PUBLISHING } from "~workflows";

/** How many texts one page lists. */
const PAGE = 30;

/** A published text as a list shows it. `quarter` is "2026-Q4". */
export interface PublishedLine {
  number: number;
  kind: "statement" | "specialReport";
  quarter: string;
  language: string;
  title: string;
}

/** A published text in full, with all that its digest is computed from. */
export interface Published extends PublishedLine {
  paragraphs: string[];
  salt: string;
  digest: string;
}

/**
 * The published texts, newest first.
 *
 * Shape: those with a lower number than `before`, or the newest ones; `next` is the `before` of the page that follows, or null.
 */
export async function listPublished(before: number | null): Promise<{ texts: PublishedLine[]; next: number | null }> {
  const rows = await database().statement.findMany({
    where: before === null ? {} : { number: { lt: before } },
    orderBy: { number: "desc" },
    take: PAGE + 1,
    select: { number: true, kind: true, quarter: true, language: true, title: true },
  });
  const texts = rows.slice(0, PAGE).map(lineOf);
  return { texts, next: rows.length > PAGE ? (texts.at(-1)?.number ?? null) : null };
}

/** Reads one published text by its number; throws Problem 404 where there is none. */
export async function readPublished(unsafeNumber: string | undefined): Promise<Published> {
  const number = numberOf(unsafeNumber);
  const row = number && (await database().statement.findUnique({ where: { number } }));
  if (!row) throw notFound();
  const { salt, digest } = row;
  return { ...lineOf(row), paragraphs: JSON.parse(row.paragraphs) as string[], salt, digest };
}

/** A number as it stands in an address; null for anything else. */
export function numberOf(unsafe: string | null | undefined): number | null {
  return unsafe && /^[1-9]\d{0,8}$/.test(unsafe) ? Number(unsafe) : null;
}

/** What was published of one case, the oldest first: found by the digests in its signed acts. */
export async function publishedOf(caseId: string): Promise<{ number: number; kind: string; digest: string }[]> {
  const digests = await publishedDigests(caseId);
  if (digests.length === 0) return [];
  const where = { digest: { in: digests } };
  return database().statement.findMany({
    where,
    orderBy: { number: "asc" },
    select: { number: true, kind: true, digest: true },
  });
}

/** The texts that a case made public, in the form that their digests are computed from. */
export async function publishedTextsOf(caseId: string): Promise<{ digest: string; text: string }[]> {
  const where = { digest: { in: await publishedDigests(caseId) } };
  const rows = await database().statement.findMany({ where, orderBy: { number: "asc" } });
  return rows.map(({ digest, language, title, paragraphs, salt }) => {
    const text: PublicText = { v: 1, language, title, paragraphs: JSON.parse(paragraphs) as string[], salt };
    return { digest, text: publicTextForm(text) };
  });
}

async function publishedDigests(caseId: string): Promise<string[]> {
  const acts = await database().act.findMany({
    where: { caseId, event: { in: [...PUBLISHING] } },
    select: { text: true },
  });
  return acts.flatMap(({ text }) => {
    const { statement } = (JSON.parse(text) as Act).codes;
    return typeof statement === "string" ? [statement] : [];
  });
}

function lineOf(row: {
  number: number;
  kind: string;
  quarter: string;
  language: string;
  title: string;
}): PublishedLine {
  const { number, quarter, language, title } = row;
  return { number, kind: row.kind === "specialReport" ? "specialReport" : "statement", quarter, language, title };
}
