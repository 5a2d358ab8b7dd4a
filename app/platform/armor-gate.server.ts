import type { Request, RequestHandler } from "express";
import { ArmorField, notArmored } from "./armor-field.server";
import { readForm } from "./body.server";
import { FormStream, FormSyntaxError } from "./form-stream.server";
import { Problem } from "./problems.server";
import { stopReading } from "./stop-reading.server";

/** Largest form or body: a bare message of 24 MiB in armor, or the file of the page to take away. */
const MOST_BYTES = 48 * 1024 * 1024;

/** A form without anything sealed. */
const MOST_FORM_BYTES = 1024;

/** A code, a kind, the name of a step. */
const MOST_SHORT_BYTES = 100;

type Refusal = Pick<Problem, "status" | "title" | "facts">;

/** What came through the gate: the fields by name, or why it was stopped. Plain data: the pages are another bundle. */
type Outcome = { fields: Map<string, string> } | { refusal: Refusal };

/**
 * Stands before the addresses that take what was sealed elsewhere, and reads their bodies while they arrive. At the first
 * byte that no sealed text has there it reads no further, overwrites what has come, and closes the connection after the answer.
 *
 * Shape:  for forms (multipart/form-data) and for bodies that are one text; others pass. `takenBy` hands out what came.
 *         A browser sends a file's name along: its bytes are overwritten unread.
 */
export const gateArmor: RequestHandler = async (request, response, next) => {
  const type = request.headers["content-type"] ?? "";
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  const isText = request.path === "/api/v1/reports" && !/^(application\/json|multipart\/)/.test(type);
  if (request.method !== "POST" || (!boundary && !isText)) return next();
  const outcome = await read(request, boundary).catch(refuse);
  if ("refusal" in outcome && !request.complete) {
    stopReading(request);
    response.shouldKeepAlive = false;
  }
  response.locals.armor = outcome;
  next();
};

/** The fields that came through the gate; throws why they did not. */
export function takenBy(context: { armor?: unknown }): Map<string, string> {
  const outcome = context.armor as Outcome | undefined;
  if (!outcome)
    throw new Problem(415, "What is sealed is taken as a form with a file, or as one text. Nothing was kept.");
  if ("fields" in outcome) return outcome.fields;
  const { status, title, facts } = outcome.refusal;
  throw new Problem(status, title, facts);
}

/**
 * The fields of a form that can bring something sealed: that came through the gate. Without it a form is a code and the
 * name of a step, and what is longer is told how sealed text is sent.
 */
export async function fieldsOf(request: globalThis.Request, context: { armor?: unknown }) {
  const isLong = Number(request.headers.get("content-length") ?? 0) > MOST_FORM_BYTES;
  return context.armor || isLong ? takenBy(context) : readForm(request, MOST_FORM_BYTES);
}

/** The one sealed text of a form, pasted or as a file; throws Problem 422 where none came or two. */
export function requireOneSealed(fields: { get(name: string): string | null | undefined }): string {
  const [pasted, file] = [fields.get("message") ?? "", fields.get("file") ?? ""];
  if (pasted !== "" && file !== "")
    throw new Problem(422, "A message and a file came together. Send one of them. Nothing was stored.", {
      rule: "both",
    });
  if (pasted === "" && file === "")
    throw new Problem(422, "No sealed message came, so nothing was stored.", { rule: "empty" });
  return pasted || file;
}

async function read(request: Request, boundary: string | undefined): Promise<Outcome> {
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) throw tooLarge();
  const fields = new Map<string, { take(bytes: Buffer): void; text(): string }>();
  const open = (name: string) => {
    const isSealed = name === "message" || name === "file";
    const field = isSealed ? new ArmorField() : new ShortField();
    if (fields.has(name)) throw new FormSyntaxError();
    fields.set(name, field);
    return (bytes: Buffer) => field.take(bytes);
  };
  const form = boundary ? new FormStream(boundary, open) : null;
  const text = form ? null : open("message");
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    try {
      if (size > MOST_BYTES) throw tooLarge();
      if (form) form.write(chunk);
      else text?.(chunk);
    } finally {
      chunk.fill(0);
    }
  }
  form?.end();
  return { fields: new Map([...fields].map(([name, field]) => [name, field.text()])) };
}

function refuse(error: unknown): Outcome {
  if (error instanceof Problem) return { refusal: error };
  const title = "The form was cut off or cannot be read, so nothing was stored. It can be sent again.";
  return { refusal: { status: 400, title, facts: {} } };
}

/** A field that a few letters fill. */
class ShortField {
  private readonly pieces: Buffer[] = [];
  private size = 0;

  take(bytes: Buffer): void {
    this.size += bytes.length;
    if (this.size > MOST_SHORT_BYTES) throw notArmored();
    this.pieces.push(Buffer.from(bytes));
  }

  text(): string {
    return Buffer.concat(this.pieces).toString("utf8");
  }
}

function tooLarge(): Problem {
  return new Problem(
    413,
    `This is larger than the ${MOST_BYTES / 1024} kB that can be taken here, so nothing was stored.`,
    {
      rule: "tooLarge",
    },
  );
}
