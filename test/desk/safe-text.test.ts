import fc from "fast-check";
import { expect, test } from "vitest";
import { safeFileName, visibleRuns, visibleText } from "~/desk/safe-text";

test("characters that turn or hide text are shown by their names", () => {
  expect(visibleText("invoice\u202Efdp.exe")).toBe("invoiceU+202Efdp.exe");
  expect(visibleText("a\u0000b\u200Bc\uFEFF")).toBe("aU+0000bU+200BcU+FEFF");
});

test("lines, tabs, and the joiners that Persian is written with stay as they are", () => {
  const text = "می‌خواهم\n\tيوم ٢٧";
  expect(visibleRuns(text)).toEqual([{ text, hidden: false }]);
});

test("the runs are the whole text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      (text) =>
        visibleRuns(text)
          .map((run) => run.text)
          .join("") === visibleText(text),
    ),
  );
});

test("a file name is never a path, a device or a hidden file", () => {
  expect(safeFileName("../../etc/passwd")).toBe("_.._etc_passwd");
  expect(safeFileName("CON.txt")).toBe("_CON.txt");
  expect(safeFileName(".bashrc")).toBe("bashrc");
  expect(safeFileName("\u202E")).toBe("file");
  expect(safeFileName(`${"x".repeat(300)}.pdf`)).toMatch(/^x{116}\.pdf$/);
});
