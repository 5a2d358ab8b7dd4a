import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type JsonValue } from "../../crypto/canonical";
import { refusal } from "./support";

const text = fc.string({ unit: "binary" }).filter((each) => !/\p{Surrogate}/u.test(each));
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(text, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

describe("canonical JSON", () => {
  test("means the same as what went in", () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(JSON.parse(canonicalJson(each))).toEqual(JSON.parse(JSON.stringify(each)));
      }),
    );
  });

  test("is the same text however the value was put together", () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(canonicalJson(JSON.parse(canonicalJson(each)))).toBe(canonicalJson(each));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(text, value, { noNullPrototype: true }), (each) => {
        const reversed = Object.fromEntries(Object.entries(each).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(each));
      }),
    );
  });

  test("has no space outside texts", () => {
    expect(canonicalJson({ b: [1, -2, 0], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[1,-2,0]}');
  });

  // Source: RFC 8785 §3.2.3 (the order of property names) and §3.2.2.2 (escapes).
  test("sorts names and escapes text as RFC 8785 shows", () => {
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.keys(JSON.parse(canonicalJson({ "\u20ac": 1, "\r": 2, "\ufb33": 3 })))).toEqual([
      "\r",
      "\u20ac",
      "\ufb33",
    ]);
    expect([...canonicalJson(names).matchAll(/:(\d)/g)].map(([, number]) => number).join("")).toBe("2467153");
    expect(canonicalJson("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/")).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    );
  });

  test("refuses whatever has no single text", async () => {
    const bad: [unknown, string][] = [
      [undefined, "type"],
      [{ a: undefined }, "type"],
      [[undefined], "type"],
      // biome-ignore lint/suspicious/noSparseArray: a hole is what the promise is about
      [[, 1], "type"],
      [() => 1, "type"],
      [new Date(0), "type"],
      [new Map(), "type"],
      [new Uint8Array(1), "type"],
      [1n, "type"],
      [Number.NaN, "number"],
      [Number.POSITIVE_INFINITY, "number"],
      [0.5, "number"],
      [2 ** 53, "number"],
      ["\ud800", "text"],
      [{ "\udc00": 1 }, "text"],
    ];
    for (const [each, fault] of bad) {
      expect(await refusal(() => canonicalJson(each as JsonValue))).toMatchObject({ name: "CanonicalError", fault });
    }
  });

  test("writes minus zero as zero, and a name such as __proto__ as any other", () => {
    expect(canonicalJson(-0)).toBe("0");
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  });

  test("refuses nesting that no payload has instead of exhausting the stack", async () => {
    let deep: JsonValue = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(await refusal(() => canonicalJson(deep))).toMatchObject({ fault: "depth" });
  });
});
