import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "~crypto/bytes";
import { isReportFile, ReportFileError, readReportFile, writeReportFile } from "~crypto/report-file";

const FILE = writeReportFile({ request: '{"v":1}', parts: [utf8("first part"), new Uint8Array()] });

test("what was put into the text comes out of it, byte for byte", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.array(bytes, { maxLength: 4 }), (request, parts) => {
      const read = readReportFile(writeReportFile({ request, parts }));
      expect(read.request).toBe(request);
      expect(read.parts.map((part) => [...part])).toEqual(parts.map((part) => [...part]));
    }),
  );
});

test("the text survives lost and doubled line breaks, and spaces in their place", () => {
  for (const text of [FILE.replaceAll("\n", "\r\n"), FILE.replaceAll("\n", " "), `\n\n${FILE}\n`])
    expect(readReportFile(text)).toMatchObject({ request: '{"v":1}' });
});

test("nothing else may come along: no words around it, no header in it, nothing behind the last part", () => {
  const withHeader = FILE.replace("\n\n", "\nComment: I saw it myself\n\n");
  const [, body = ""] = /\n\n([\s\S]*)\n=/.exec(FILE) ?? [];
  const longer = FILE.replace(body, `${body.slice(0, -4)}AAAA${body.slice(-4)}`);
  for (const text of [`I saw it.\n${FILE}`, `${FILE}I saw it.`, withHeader, longer, FILE + FILE])
    expect(() => readReportFile(text)).toThrow(ReportFileError);
});

test("a text that was cut or changed at any place is refused", () => {
  for (let length = 0; length < FILE.trimEnd().length; length++)
    expect(() => readReportFile(FILE.slice(0, length)), `cut at ${length}`).toThrow(ReportFileError);
  const start = FILE.indexOf("\n\n") + 2;
  const end = FILE.lastIndexOf("\n-----END");
  for (let at = start; at < end; at++) {
    if (FILE[at] === "\n") continue;
    const changed = FILE.slice(0, at) + (FILE[at] === "A" ? "B" : "A") + FILE.slice(at + 1);
    // The last letter has bits to spare: with those changed it still says the same bytes.
    expect(["refused", '{"v":1}'], `changed at ${at}`).toContain(readOrRefuse(changed));
    if (at < end - 12) expect(readOrRefuse(changed), `changed at ${at}`).toBe("refused");
  }
});

test("an OpenPGP message, a key and plain words are no such file", () => {
  const message = FILE.replaceAll("OMBRA SEALED REPORT", "PGP MESSAGE");
  for (const text of ["", "I saw it.", message, FILE.replaceAll("REPORT", "report")]) {
    expect(isReportFile(text)).toBe(false);
    expect(() => readReportFile(text)).toThrow(ReportFileError);
  }
  expect(isReportFile(`\n ${FILE}`)).toBe(true);
});

function readOrRefuse(text: string): string {
  try {
    return readReportFile(text).request;
  } catch (error) {
    if (error instanceof ReportFileError) return "refused";
    throw error;
  }
}
