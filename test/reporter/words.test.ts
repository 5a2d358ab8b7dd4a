import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACTS } from "~/reporter/mailbox/acts";
import { makeWords } from "~/reporter/words";
import {
  CONSENT_PURPOSES,
  IMPLEMENTATION_CODES,
  MILESTONES,
  ownerOf,
  REVIEW_REASONS,
  SIDE_DUTIES,
  STATES,
} from "~workflows";
import { wordsIn } from "./support/words";

test("values are put into sentences, and names keep to themselves in any direction of writing", () => {
  const { t } = makeWords({ a: "Hello {{name}}, {{ count }} times", b: { c: "deep" } }, "en");
  expect(t("a", { name: "Sami", count: 3 })).toBe("Hello \u2068Sami\u2069, 3 times");
  expect(t("b.c")).toBe("deep");
  expect(t("b.unknown")).toBe("b.unknown");
});

test("plurals follow the language", () => {
  const english = wordsIn("en").t;
  expect(english("open.slip.length", { count: 1 })).toContain("one word");
  expect(english("open.slip.length", { count: 5 })).toContain("5 words");
  const arabic = wordsIn("ar").t;
  const said = [1, 2, 3, 11].map((count) => arabic("errors.title", { count }));
  expect(new Set(said).size).toBe(4);
});

test("days are written out with Western digits in both languages", () => {
  expect(wordsIn("en").day("2026-11-30")).toBe("30 November 2026");
  expect(wordsIn("ar").day("2026-11-30")).toMatch(/^30 نوفمبر 2026$/);
});

test.each(["en", "ar"] as const)("every word that the module asks for exists in %s", (language) => {
  const { has, t } = wordsIn(language);
  const missing = keysInSource().filter((key) => !has(key) && t(key, { count: 5 }) === key);
  expect(missing).toEqual([]);
});

test.each(["en", "ar"] as const)("states, milestones, roles and faults all have words in %s", (language) => {
  const { has } = wordsIn(language);
  const keys = [
    ...[...STATES, "other"].flatMap((id) => [`state.${id}.what`, `state.${id}.who`]),
    ...MILESTONES.map((id) => `milestone.${id}`),
    ...["uncertified", "expired", "revoked", "weak", "malformed", "otherKey"].map((id) => `failure.recipient.${id}`),
    ...["unreachable", "timeout", "failed", "refused", "busy", "full", "file", "keys", "unknown"].map(
      (id) => `failure.why.${id}`,
    ),
    ...["missing", "tooShort", "tooLong", "month", "order", "unknown"].map((id) => `form.fault.${id}`),
    ...["withdrawalRequested", "withdrawn", "unlinked"].map((id) => `mailbox.standing.${id}`),
    ...["office", "authority", "next"].map((id) => `mailbox.missed.${id}`),
    ...["choice", "text", "files", "sure"].map((id) => `mailbox.write.missing.${id}`),
  ];
  expect(keys.filter((key) => !has(key))).toEqual([]);
});

test.each(["en", "ar"] as const)(
  "every step of the mailbox has a name and says what it does or asks for in %s",
  (language) => {
    const { has } = wordsIn(language);
    const missing = Object.entries(ACTS).flatMap(([event, { choice, text }]) => {
      const words = `mailbox.write.${event.replace(".", "_")}`;
      const explains = has(`${words}.about`) || has(`${words}.hint`);
      return [
        ...(has(`${words}.title`) && explains ? [] : [words]),
        ...(choice && !has(`${words}.legend`) ? [`${words}.legend`] : []),
        ...(text === "needed" && !has(`${words}.label`) ? [`${words}.label`] : []),
      ];
    });
    const choices = [
      ...REVIEW_REASONS.map((id) => `reason.${id}.label`),
      ...IMPLEMENTATION_CODES.map((id) => `implementation.${id}.label`),
      ...CONSENT_PURPOSES.flatMap((id) => [`purpose.${id}.label`, `purpose.${id}.hint`]),
      "person.other.label",
    ].filter((key) => !has(`mailbox.write.${key}`));
    expect([...missing, ...choices]).toEqual([]);
  },
);

test.each(["en", "ar"] as const)(
  "whatever an authority lets pass, and the promises of the law, are named in %s",
  (language) => {
    const { has } = wordsIn(language);
    const ofAuthorities = [...STATES, ...SIDE_DUTIES].filter((duty) => ownerOf(duty) === "authority");
    const duties = [...ofAuthorities, "acknowledgement", "feedback", "other"];
    expect(duties.filter((duty) => !has(`mailbox.duty.${duty}`))).toEqual([]);
  },
);

test("no word of the mailbox says that another reporter exists", () => {
  for (const language of ["en", "ar"] as const) {
    const { t } = wordsIn(language);
    const said = ["consolidationReview", "consolidated"].flatMap((id) => [t(`state.${id}.what`), t(`state.${id}.who`)]);
    expect(said.join(" ")).not.toMatch(/report|somebody else|another case|same matter|بلاغ|مُبلِّغ|قضية أخرى/i);
  }
});

/** Keys that stand in the source whole; composed ones are checked by name above. */
function keysInSource(): string[] {
  const folder = join(process.cwd(), "app/reporter");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    // The page that is opened from disk brings words of its own; offline.test.ts looks for them.
    (name) => name.endsWith(".ts") && !name.startsWith("offline/"),
  );
  const text = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return [...text.matchAll(/\bt\(\s*"([\w.]+)"/g)].map((match) => match[1] ?? "");
}
