import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { examine } from "~/reporter/files/examine";
import { pickFile } from "~/reporter/files/pick";
import { safeFileName, visibleText } from "~/reporter/safe-text";
import { pdfOf } from "./corpus/pdfs";

const HEADS = [
  [0xff, 0xd8, 0xff, 0xe1],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [...Buffer.from("GIF89a")],
  [...Buffer.from("RIFF\x20\0\0\0WEBP")],
  [...Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n")],
  [...Buffer.from("PK\x03\x04word/[Content_Types].xml")],
  [0xd0, 0xcf, 0x11, 0xe0],
];

test("whatever stands in a file, looking into it ends, and what is not whole is sent as it is and said so", async () => {
  const files = fc.tuple(fc.constantFrom(...HEADS), fc.uint8Array({ maxLength: 400 }));
  await fc.assert(
    fc.asyncProperty(files, async ([head, rest]) => {
      const { copy } = await examine(new File([new Uint8Array([...head, ...rest])], "a.bin"));
      expect(["clean", "kind", "tooLarge", "broken", "locked"]).toContain(copy.state);
    }),
    { numRuns: 150 },
  );
});

test("a document that unpacks to more than a browser should hold is not unpacked", async () => {
  const bomb = Buffer.from(zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/a.bin": new Uint8Array(9) }));
  // What the directory at the end claims of the second part.
  const claim = bomb.lastIndexOf("PK\x01\x02");
  bomb.writeUInt32LE(300 * 1024 * 1024, claim + 24);
  const { copy } = await examine(new File([new Uint8Array(bomb)], "a.docx"));
  expect(copy.state).toBe("tooLarge");
});

test("a document that is locked with a password is said to be locked", async () => {
  const locked = pdfOf(
    ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -1>>"],
    "/Encrypt 3 0 R",
  );
  const office = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]);
  for (const bytes of [locked, office]) {
    expect((await examine(new File([new Uint8Array(bytes)], "a.pdf"))).copy.state).toBe("locked");
  }
});

test("a name in any script, with characters that are not seen, is kept as it is and shown with them by name", async () => {
  for (const name of ["تقرير.pdf", "报告.pdf", "отчёт.bin", "invoice\u202Efdp.exe", "a\u0000b\nc.txt", "गोपनीय.doc"]) {
    const file = await pickFile(new File(["x"], name));
    expect(file.name).toBe(name);
  }
  expect(visibleText("invoice\u202Efdp.exe")).toBe("invoice[U+202E]fdp.exe");
  expect(safeFileName("../../etc/\u202Epasswd")).not.toMatch(/[/\u202E]/);
});

test("what a file is, its bytes say and not its name", async () => {
  const pdf = pdfOf(
    ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "<</Author(Jane)>>"],
    "/Info 3 0 R",
  );
  const { copy } = await examine(new File([new Uint8Array(pdf)], "notes.txt"));
  expect(copy).toMatchObject({ state: "clean", found: [{ kind: "author", value: "Jane" }] });
});
