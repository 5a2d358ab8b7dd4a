/** Says whether a value has a form. Nothing is changed or filled in: what is checked is what stands in the file. */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === "string";

/** A day that is in the calendar, written "YYYY-MM-DD". */
export const day: Shape = (value) => {
  if (typeof value !== "string" || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const found = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(value);
};

/** So many lower-case hex characters. */
export function hex(length: number): Shape {
  return (value) => typeof value === "string" && value.length === length && /^[0-9a-f]+$/.test(value);
}

export function or(...shapes: Shape[]): Shape {
  return (value) => shapes.some((one) => one(value));
}

export function listOf(entry: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(entry);
}

const OPTIONAL = new WeakSet<Shape>();

/** A field that may be left out. */
export function optional(field: Shape): Shape {
  const same: Shape = (value) => field(value);
  OPTIONAL.add(same);
  return same;
}

/** An object with exactly these fields. */
export function shape(fields: { [name: string]: Shape }): Shape {
  return (value) => {
    if (!isObject(value) || !Object.keys(value).every((name) => Object.hasOwn(fields, name))) return false;
    return Object.entries(fields).every(([name, field]) =>
      Object.hasOwn(value, name) ? field(value[name]) : OPTIONAL.has(field),
    );
  };
}

/** An object with any fields, each of this form. */
export function all(field: Shape): Shape {
  return (value) => isObject(value) && Object.values(value).every(field);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
