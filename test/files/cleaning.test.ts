import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examine } from "~/reporter/files/examine";
import type { Copy } from "~/reporter/files/picked-file";
import { MARKS, MODEL, type Planted } from "./corpus/marks";
import { makeOffice } from "./corpus/office";
import { makePdfs } from "./corpus/pdfs";
import { makePictures } from "./corpus/pictures";

const folder = mkdtempSync(join(tmpdir(), "ombra-corpus-"));
const cleanFolder = join(folder, "clean");
let corpus: Planted[] = [];
const copies = new Map<string, Copy>();

beforeAll(async () => {
  mkdirSync(cleanFolder);
  const pictures = makePictures(folder);
  const photo = join(folder, "phone.jpg");
  corpus = [...pictures, ...makePdfs(folder, photo), ...makeOffice(folder, photo)];
  for (const { path } of corpus) {
    const { copy } = await examine(new File([readFileSync(path)], basename(path)));
    copies.set(path, copy);
    if (copy.state === "clean") writeFileSync(cleanOf(path), new Uint8Array(await copy.content.arrayBuffer()));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cleanOf = (path: string) => join(cleanFolder, basename(path));
const isPicture = (path: string) => /\.(jpe?g|png|gif|webp)$/i.test(path);

test("at least forty files of the cleaned types are made, and each is cleaned", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(40);
  expect(
    [...copies].filter(([, { state }]) => state !== "clean").map(([path, { state }]) => `${basename(path)} ${state}`),
  ).toEqual([]);
});

test("what was planted can be found in every original, and in no clean copy", () => {
  const before = corpus.flatMap(({ path, marks }) =>
    marks.filter((mark) => !holds(path, mark)).map((mark) => `${basename(path)}: ${mark}`),
  );
  expect(before).toEqual([]);
  const everything = [...Object.values(MARKS), MODEL, "planted-4711", "Plantedcity", "zplanted"];
  const after = corpus.flatMap(({ path }) =>
    everything.filter((mark) => holds(cleanOf(path), mark)).map((mark) => `${basename(path)}: ${mark}`),
  );
  expect(after).toEqual([]);
});

test("exiftool finds nothing in a clean copy but what its kind has to say and how the picture is turned", () => {
  const told = (paths: string[]) =>
    JSON.parse(
      execFileSync("exiftool", ["-j", "-a", "-u", "-ee", "-G1", ...paths], { encoding: "utf8", maxBuffer: 1e8 }),
    ) as Record<string, unknown>[];
  const details = (tags: Record<string, unknown>) => Object.keys(tags).filter((tag) => !isNeeded(tag));
  for (const tags of told(corpus.map(({ path }) => path)))
    expect(details(tags), String(tags.SourceFile)).not.toEqual([]);
  const turned = (paths: string[]) => told(paths).map((tags) => tags["IFD0:Orientation"]);
  const pictures = corpus.map(({ path }) => path).filter(isPicture);
  expect(turned(pictures.map(cleanOf))).toEqual(turned(pictures));
  expect(turned(pictures)).toContain("Rotate 90 CW");
  const left = told(corpus.map(({ path }) => cleanOf(path))).flatMap((tags) =>
    details(tags).map((tag) => `${basename(String(tags.SourceFile))} ${tag}=${tags[tag]}`),
  );
  expect(left).toEqual([]);
});

/** What exiftool says of any file: its size and kind, how the picture is stored, and how it is to be turned. */
function isNeeded(tag: string): boolean {
  if (tag === "SourceFile" || tag === "IFD0:Orientation") return true;
  if (/^(ExifTool|System|File|JFIF|Composite|ICC[-_]\w+|Adobe|ZIP):/.test(tag))
    return tag !== "File:Comment" && tag !== "ExifTool:Warning";
  if (/^PDF:/.test(tag)) return /PDFVersion|Linearized|PageCount|HasXFA/.test(tag);
  if (/^PNG(-pHYs|-cICP)?:|^PNG:/.test(tag))
    return /Image(Width|Height)|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency|Gamma|SRGB|White|Red|Green|Blue|Background|Significant|Num/.test(
      tag,
    );
  if (/^GIF:|^RIFF:|^VP8/.test(tag)) return !/Comment|XMP|EXIF/.test(tag);
  return false;
}

test("the picture in a clean copy is the same, pixel by pixel", () => {
  const pixels = (path: string) =>
    execFileSync("identify", ["-format", "%# %T\n", path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  for (const { path } of corpus.filter(({ path }) => isPicture(path))) {
    expect(pixels(cleanOf(path)), basename(path)).toBe(pixels(path));
  }
});

test("a clean PDF shows the same pages", () => {
  const pages = (path: string) => execFileSync("pdftoppm", ["-r", "72", path], { maxBuffer: 1e8 }).toString("base64");
  for (const { path } of corpus.filter(({ path }) => path.endsWith(".pdf"))) {
    expect(pages(cleanOf(path)), basename(path)).toBe(pages(path));
    expect(pages(path).length, basename(path)).toBeGreaterThan(1000);
  }
});

test("a clean document keeps what was written in it, and points at nothing that is gone", () => {
  for (const { path } of corpus.filter(({ path }) => /x$/.test(path))) {
    const parts = unzipSync(readFileSync(cleanOf(path)));
    const names = Object.keys(parts);
    expect(words(path).replaceAll(/Zaynab Plantedauthor|Ruben Secondplanted/g, "Author")).toBe(words(cleanOf(path)));
    const read = (name: string) => Buffer.from(parts[name] ?? []).toString("utf8");
    for (const [, part = ""] of read("[Content_Types].xml").matchAll(/PartName="\/([^"]+)"/g))
      expect(names).toContain(part);
    for (const list of names.filter((name) => name.endsWith(".rels"))) {
      const from = list.replace(/_rels\/[^/]*$/, "");
      for (const [, target = ""] of read(list).matchAll(/Target="([^"]+)"(?! TargetMode)/g)) {
        expect(names, list).toContain(join(from, target));
      }
    }
    for (const name of names.filter((one) => /\.(xml|rels)$/.test(one)))
      expect(isWellFormed(read(name)), name).toBe(true);
  }
});

test("the reporter is told in words what was inside", () => {
  const found = (name: string) => {
    const copy = copies.get(join(folder, name));
    return copy?.found.map(({ kind, value }) => `${kind} ${value ?? ""}`.trim()) ?? [];
  };
  expect(found("phone.jpg")).toEqual(
    expect.arrayContaining([
      `camera Plantphone ${MODEL}`,
      "place 52.5163, 13.3777",
      "time 2026:03:04 05:06:07",
      `software ${MARKS.software}`,
    ]),
  );
  expect(found("camera.jpg")).toEqual(
    expect.arrayContaining([`serial ${MARKS.serial}`, `author ${MARKS.author}`, `comment ${MARKS.comment}`]),
  );
  expect(found("with-preview.jpg")).toContain("thumbnail");
  expect(found("motion-photo.jpg")).toContain("trailing");
  expect(found("xmp.png")).toEqual(
    expect.arrayContaining([`author ${MARKS.author}`, `software ${MARKS.software}`, "history"]),
  );
  expect(found("two-versions.pdf")).toContain("history 2");
  expect(found("attached.pdf")).toContain("attachments");
  expect(found("scan.pdf")).toContain("pictures");
  expect(found("remarks.pdf")).toEqual(expect.arrayContaining(["comments", `author ${MARKS.second}`]));
  expect(found("tracked.docx")).toEqual(
    expect.arrayContaining(["trackedChanges", "editIds", "history 17", `company ${MARKS.company}`]),
  );
  expect(found("with-photo.docx")).toEqual(expect.arrayContaining(["pictures", "thumbnail"]));
  expect(found("printed.xlsx")).toEqual(expect.arrayContaining(["printer", "path"]));
});

/** Looks for a mark in every coding in which programs write text, also in what is packed inside the file. */
function holds(path: string, mark: string): boolean {
  const [narrow, wide] = [Buffer.from(mark), Buffer.from(mark, "utf16le")];
  const codings = [narrow, wide, Buffer.from(wide).swap16()];
  return unpacked(path).some((bytes) => codings.some((coding) => bytes.includes(coding)));
}

const opened = new Map<string, Buffer[]>();

/** The bytes of a file, and of whatever is packed in it. */
function unpacked(path: string): Buffer[] {
  const known = opened.get(path) ?? unpack(readFileSync(path));
  opened.set(path, known);
  return known;
}

function unpack(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 2).toString() === "PK")
    return [bytes, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))];
  if (bytes.subarray(1, 4).toString() === "PNG") return [bytes, ...packedText(bytes)];
  const streams = [...bytes.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return [
    bytes,
    ...streams
      .map(([, body = ""]) => Buffer.from(body, "latin1"))
      .map((body) => attempt(() => inflateSync(body)) ?? body),
  ];
}

/** Text in a PNG can be packed chunk by chunk, behind its name. */
function packedText(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    for (let start = data.indexOf(0x78); start >= 0 && start < 100; start = data.indexOf(0x78, start + 1))
      found.push(attempt(() => inflateSync(data.subarray(start))) ?? Buffer.alloc(0));
  }
  return found;
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function words(path: string): string {
  const parts = unzipSync(readFileSync(path));
  const bodies = Object.keys(parts)
    .filter(
      (name) =>
        /document|sheet1|slide1|comment/i.test(name) && name.endsWith(".xml") && !/^(customXml|docProps)/.test(name),
    )
    .sort();
  return bodies
    .map((name) =>
      Buffer.from(parts[name] ?? [])
        .toString("utf8")
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " "),
    )
    .join("\n");
}

function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [tag, end, name = "", empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (empty || tag.startsWith("<?")) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

test("nothing else lies in the folder of clean copies", () => {
  expect(readdirSync(cleanFolder).length).toBe(corpus.length);
});
