import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { MARKS, MODEL, type Planted } from "./marks";

type Part = string | { dict: string; data: Buffer };

/** Writes a PDF by hand, objects numbered from 1, the first the catalog. */
export function pdfOf(parts: Part[], trailer = ""): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const at: number[] = [];
  const length = () => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  parts.forEach((part, index) => {
    at.push(length());
    chunks.push(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof part === "string") chunks.push(Buffer.from(`${part}\n`, "latin1"));
    else
      chunks.push(
        Buffer.from(`<<${part.dict}/Length ${part.data.length}>>\nstream\n`),
        part.data,
        Buffer.from("\nendstream\n"),
      );
    chunks.push(Buffer.from("endobj\n"));
  });
  const start = length();
  const rows = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  chunks.push(
    Buffer.from(
      `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${parts.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}

const text = (words: string) => ({
  dict: "/Filter/FlateDecode",
  data: deflateSync(Buffer.from(`BT /F1 24 Tf 20 60 Td (${words}) Tj ET`)),
});
const INFO = `<</Author(${MARKS.author})/Creator(${MARKS.software})/Producer(${MARKS.software})/CreationDate(D:20260304050607Z)/Company(${MARKS.company})>>`;
const INFO_MARKS = [MARKS.author, MARKS.software, MARKS.company];

/** A page with one line of text; `catalog` and `page` are added to their dictionaries, `more` are objects from number 7 on. */
function page({ catalog = "", page = "", content = text("Forty crates left"), more = [] as Part[] } = {}): Part[] {
  return [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 120]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</P 7 0 R>>>>${page}>>`,
    content,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    INFO,
    ...more,
  ];
}

/** Letters, scans, forms and drafts with what programs leave in them. `photo` is a picture with details of its own. */
export function makePdfs(folder: string, photo: string): Planted[] {
  const save = (name: string, parts: Part[], marks: readonly string[], after?: (path: string) => void): Planted => {
    const path = join(folder, name);
    writeFileSync(path, pdfOf(parts, "/Info 6 0 R/ID[<706c616e746564><706c616e746564>]"));
    after?.(path);
    return { path, marks: [...INFO_MARKS, ...marks] };
  };
  const attachment = { dict: "/Type/EmbeddedFile", data: Buffer.from(MARKS.attachment) };
  const image = {
    dict: "/Type/XObject/Subtype/Image/Width 160/Height 120/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
    data: readFileSync(photo),
  };
  const exiftool =
    (...tags: string[]) =>
    (path: string) =>
      void execFileSync("exiftool", ["-q", "-m", "-overwrite_original", ...tags, path]);
  return [
    save("letter.pdf", page(), []),
    save(
      "xmp.pdf",
      page(),
      ["planted-4711"],
      exiftool(`-XMP-dc:Creator=${MARKS.second}`, "-XMP-xmpMM:DocumentID=planted-4711"),
    ),
    save("two-versions.pdf", page({ content: text(MARKS.earlier) }), [MARKS.earlier], addVersion),
    save(
      "attached.pdf",
      page({
        catalog: "/Names<</EmbeddedFiles<</Names[(a)7 0 R]>>>>",
        more: ["<</Type/Filespec/F(a.txt)/EF<</F 8 0 R>>>>", attachment],
      }),
      [MARKS.attachment],
    ),
    save(
      "remarks.pdf",
      page({
        page: "/Annots[7 0 R]",
        more: [
          `<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(look here)/T(${MARKS.second})/M(D:20260304050607Z)/NM(planted-4711)>>`,
        ],
      }),
      [MARKS.second, "planted-4711"],
    ),
    save(
      "scan.pdf",
      page({ content: { dict: "", data: Buffer.from("q 300 0 0 120 0 0 cm /P Do Q") }, more: [image] }),
      [MODEL],
    ),
    save(
      "script.pdf",
      page({ catalog: "/OpenAction 7 0 R", more: [`<</S/JavaScript/JS(app.alert("${MARKS.comment}"))>>`] }),
      [MARKS.comment],
    ),
    save(
      "signed.pdf",
      page({
        catalog: "/AcroForm<</Fields[7 0 R]/SigFlags 3>>",
        page: "/Annots[7 0 R]",
        more: [
          "<</Type/Annot/Subtype/Widget/FT/Sig/T(sig)/Rect[0 0 0 0]/V 8 0 R>>",
          `<</Type/Sig/Filter/Adobe.PPKLite/Name(${MARKS.second})/Location(Plantedcity)/Contents<00>>>`,
        ],
      }),
      [MARKS.second, "Plantedcity"],
    ),
    save(
      "illustrator.pdf",
      page({
        page: `/PieceInfo<</Illustrator<</LastModified(D:20260304050607Z)/Private(${MARKS.path.replaceAll("\\", "/")})>>>>/LastModified(D:20260304050607Z)`,
      }),
      [MARKS.path.replaceAll("\\", "/")],
    ),
    save("trailing.pdf", page(), [MARKS.trailing], (path) => appendFileSync(path, `\n${MARKS.trailing}`)),
  ];
}

/** A new version of the page's text, added behind the old one as editors do. */
function addVersion(path: string): void {
  const before = readFileSync(path);
  const { dict, data } = text("Forty crates left");
  const object = Buffer.concat([
    Buffer.from(`4 0 obj\n<<${dict}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(before.toString("latin1"))?.[1];
  const at = before.length + object.length;
  const table = `xref\n4 1\n${String(before.length).padStart(10, "0")} 00000 n \ntrailer\n<</Size 7/Root 1 0 R/Info 6 0 R/Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`;
  writeFileSync(path, Buffer.concat([before, object, Buffer.from(table)]));
}
