import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FileOrigin } from "~/components/desk/case/file-origin";
import { WordsProvider } from "~/components/words";
import { readManifest } from "~/desk/read-bodies";
import { serverWords } from "~/locales/words.server";

const SHA = "a".repeat(64);
const OTHER = "b".repeat(64);
const body = { name: "depot.jpg", type: "", bytes: 0, parts: [], sha256: SHA };
const show = (cleaning: object | null) => {
  const manifest = readManifest({ ...body, ...(cleaning && { cleaning: { ...cleaning } }) });
  if (!manifest) throw new Error("That is no manifest.");
  return renderToStaticMarkup(
    <WordsProvider words={serverWords("en")}>
      <FileOrigin manifest={manifest} />
    </WordsProvider>,
  );
};

test("an officer reads whether a file was cleaned, what was found in it, and whether the original is there", () => {
  const cleaned = { state: "cleaned", found: ["place", "serial"], original: OTHER, apart: true };
  expect(show(cleaned)).toContain("Taken out there: Place and Serial number of the device.");
  expect(show(cleaned)).toContain("The original lies sealed beside it.");
  expect(show(cleaned)).toContain(OTHER);
  expect(show({ ...cleaned, apart: false })).toContain("The original was not sent.");
  expect(show({ state: "kept", found: ["author"] })).toContain("sent as it was on purpose");
  expect(show({ state: "uncleaned", found: [] })).toContain("could not be cleaned");
  expect(show({ state: "original" })).toContain("for those who took the report in");
  expect(show(null)).toContain(SHA);
});

test("what a hostile sender writes about cleaning is no more than words", () => {
  const hostile = { state: "cleaned", found: ["<script>", "__proto__", 7], original: "x", apart: "yes" };
  const shown = show(hostile);
  expect(shown).toContain("Other details that programs added");
  expect(shown).not.toContain("script&gt;");
  expect(show({ state: "checked by the office" })).not.toContain("checked");
});
