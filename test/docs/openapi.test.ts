import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { CONSENT_PURPOSES, KINDS, MILESTONES, ROLES, STATES } from "~workflows";
import { rowsOf } from "~workflows/rows";
import { type Exchange, record } from "./exchanges";
import { findOperation, OPENAPI_FILE, operationsOf, readOpenApi, responseOf, strict } from "./openapi";
import { type Json, requestSchemas } from "./request-schemas";
import { exerciseInterface } from "./whole-interface";

const ROUTES = "app/routes";

// After a change of a request's schema, OMBRA_WRITE_DOCS=1 writes the schemas into the page; the words stay by hand.
if (process.env.OMBRA_WRITE_DOCS === "1") {
  const page = readOpenApi();
  Object.assign(page.components.schemas, requestSchemas());
  writeFileSync(OPENAPI_FILE, `${JSON.stringify(page, null, 2)}\n`);
}

const api = readOpenApi();

/** Something failed, is busy, or has no room. */
const BROKEN_MACHINE = ["500", "503", "507"];
/** Answers to somebody who comes second by a moment; the tests of faults and of policies bring them about. */
const RACES = [
  "409 POST /api/v1/mailbox/armored/messages",
  "409 POST /api/v1/policy",
  "409 POST /api/v1/setup/{token}",
];
/** Answers that only a flood brings; its own tests bring them about. */
const FLOODED = ["428 POST /api/v1/questions", "428 POST /api/v1/reports", "428 PUT /api/v1/uploads/{case}/{part}"];

/** What the route files answer to: a loader takes GET, an action the methods that it names. */
function routedOperations(): string[] {
  const files = readdirSync(ROUTES).filter((name) => name.startsWith("api.v1."));
  return files.flatMap((name) => {
    const source = readFileSync(join(ROUTES, name), "utf8");
    // An underscore at the end of a name only keeps a page out of another's frame; the address has none.
    const path = `/${name
      .replace(/(\._index)?\.ts$/, "")
      .replaceAll("_.", ".")
      .replaceAll(".", "/")
      .replace(/\$(\w+)/g, "{$1}")}`;
    // A loader that only says what the address takes is no reading.
    const [loader] = /export (?:async )?function loader[\s\S]*?\n\}/.exec(source) ?? [];
    const isRead = loader !== undefined && !loader.includes("onlyTakes");
    const [, methods = ""] = /requireMethod\(request, ([^)]+)\)/.exec(source) ?? [];
    const verbs = [...methods.matchAll(/"(\w+)"/g)].map(([, verb]) => verb);
    return [...(isRead ? ["GET"] : []), ...verbs].map((verb) => `${verb} ${path}`);
  });
}

test("every address of the machine interface is on the page with its methods, and the page names no other", () => {
  expect([...operationsOf(api).keys()].sort()).toEqual(routedOperations().sort());
});

test("the requests on the page are the ones that the services parse", () => {
  for (const [name, schema] of Object.entries(requestSchemas())) {
    expect({ [name]: withoutWords(api.components.schemas[name] ?? null) }).toEqual({ [name]: schema });
  }
});

test("the lists of words on the page are the ones that the code knows", () => {
  const { schemas } = api.components;
  const wordsOf = (name: string) => [...((schemas[name]?.enum as string[] | undefined) ?? [])].sort();
  expect(wordsOf("State")).toEqual([...STATES].sort());
  expect(wordsOf("Kind")).toEqual([...KINDS].sort());
  expect(wordsOf("Role")).toEqual([...ROLES].sort());
  expect(wordsOf("MilestoneId")).toEqual([...MILESTONES].sort());
  expect(wordsOf("ConsentPurpose")).toEqual([...CONSENT_PURPOSES].sort());
  const rows = KINDS.flatMap((kind) => rowsOf(kind)).filter(({ by }) => by.includes("reporter"));
  const events = new Set(rows.map(({ event }) => event as string));
  expect([...wordsOf("ReporterEvent"), "reporter.login"].sort()).toEqual([...events].sort());
});

test("every reference on the page leads somewhere", () => {
  const text = readFileSync(OPENAPI_FILE, "utf8");
  for (const [, kind = "", name = ""] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    expect(Object.keys(api.components[kind as "schemas"])).toContain(name);
  }
});

describe("in a real run, from an empty database to a closed mailbox,", () => {
  const exchanges: Exchange[] = [];
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const recording = record(exchanges);
    try {
      stop = await exerciseInterface(api, exchanges);
    } finally {
      recording.stop();
    }
  });
  afterAll(() => stop?.());

  test("every exchange is one that the page describes: the address, the status, and each field both ways", () => {
    for (const { method, path, status, request, response } of exchanges) {
      const name = findOperation(api, method, path);
      const operation = operationsOf(api).get(name ?? "");
      if (!operation) throw new Error(`${method} ${path} is not on the page.`);
      const described = responseOf(api, operation, status);
      if (!described) throw new Error(`${name} answered ${status}, which is not on the page.`);
      expect(Object.keys(described.content ?? {}), `${name} ${status}`).toContain(response.type);
      requireFit(`${name} ${status}`, described.content?.[response.type]?.schema ?? {}, response.json);
      const asked = operation.requestBody?.content[request.type];
      if (asked && status < 300) requireFit(`${name} asks`, asked.schema, request.json);
    }
  });

  test("every operation is used at least once with success", () => {
    const used = exchanges
      .filter(({ status }) => status < 300)
      .map(({ method, path }) => findOperation(api, method, path));
    expect([...new Set(used)].sort()).toEqual([...operationsOf(api).keys()].sort());
  });

  test("fields that are mostly empty are seen filled", () => {
    const answers = exchanges.map(({ response }) => (response.json ?? {}) as Record<string, unknown>);
    const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
    for (const name of [
      "missed",
      "consents",
      "mail",
      "isUrgent",
      "isProtected",
      "lead",
      "isLead",
      "noticeKey",
      "regions",
    ])
      expect({ [name]: answers.some((answer) => isFilled(answer[name])) }).toEqual({ [name]: true });
    expect(answers.some(({ scope }) => scope === "respondent")).toBe(true);
  });

  test("every answer on the page is met at least once, but for a broken machine's and those of a race", () => {
    const met = new Set(exchanges.map(({ method, path, status }) => `${status} ${findOperation(api, method, path)}`));
    const onPage = [...operationsOf(api)].flatMap(([name, { responses }]) =>
      Object.keys(responses).map((status) => `${status} ${name}`),
    );
    const open = onPage.filter((one) => !BROKEN_MACHINE.includes(one.slice(0, 3)) && !met.has(one));
    expect(open.sort()).toEqual([...RACES, ...FLOODED].sort());
  });
});

/** Every field that the page names is there, unless it may be left out, and no other. */
function requireFit(what: string, schema: Json, value: unknown) {
  if (value === undefined) return;
  const parsed = z.fromJSONSchema(strict(api, schema) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
  if (!parsed.success) throw new Error(`${what} does not fit the page:\n${z.prettifyError(parsed.error)}`);
}

function withoutWords(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key, entry]) => key !== "description" || typeof entry !== "string");
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutWords(entry)]));
}
