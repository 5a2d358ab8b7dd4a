import { readFileSync } from "node:fs";
import type { Json } from "./request-schemas";

export type Schema = { [key: string]: Json };
export interface Operation {
  operationId: string;
  security?: Record<string, unknown>[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}
export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Operation["responses"][string]> };
}

export const OPENAPI_FILE = "docs/openapi.json";

export function readOpenApi(): OpenApi {
  return JSON.parse(readFileSync(OPENAPI_FILE, "utf8")) as OpenApi;
}

/** The operations as "GET /api/v1/office". */
export function operationsOf({ paths }: OpenApi): Map<string, Operation> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );
}

/** The operation that a request belongs to; words win over placeholders. */
export function findOperation(api: OpenApi, method: string, path: string): string | null {
  const fits = [...operationsOf(api).keys()].filter((name) => {
    const [verb, template = ""] = name.split(" ");
    return verb === method && new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  });
  return fits.sort((a, b) => a.split("{").length - b.split("{").length)[0] ?? null;
}

/** The response that an operation promises for a status; shared responses are looked up. */
export function responseOf(api: OpenApi, operation: Operation, status: number) {
  const response = operation.responses[String(status)];
  const shared = response?.$ref?.split("/").at(-1);
  return shared ? api.components.responses[shared] : response;
}

/**
 * A schema with every reference put in place, that also refuses properties which the page does not name.
 * What refers to itself is left open at that place.
 */
export function strict(api: OpenApi, schema: Json, within: string[] = []): Json {
  if (Array.isArray(schema)) return schema.map((entry) => strict(api, entry, within));
  if (typeof schema !== "object" || schema === null) return schema;
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return within.includes(name) ? {} : strict(api, api.components.schemas[name] ?? {}, [...within, name]);
  }
  const { description: _description, example: _example, ...rest } = schema;
  const entries = Object.entries(rest).map(([key, entry]) => [key, strict(api, entry, within)] as const);
  const open = schema.properties === undefined || schema.additionalProperties !== undefined;
  return { ...Object.fromEntries(entries), ...(!open && { additionalProperties: false }) };
}
