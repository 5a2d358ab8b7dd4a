import schema from "../../schema/urt-1.0.json?raw";

/** The published schema of the unified reporting template, at an address that stays. */
export function loader() {
  return new Response(schema, { headers: { "Content-Type": "application/schema+json; charset=utf-8" } });
}
