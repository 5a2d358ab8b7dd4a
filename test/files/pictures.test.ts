import { expect, test } from "vitest";
import { writeSize } from "~/locales/write-size";
import { cleanJpeg } from "~/reporter/files/clean/jpeg";
import { cleanPng } from "~/reporter/files/clean/png";
import { pickFile } from "~/reporter/files/pick";
import { contentOf } from "~/reporter/files/picked-file";
import { concatBytes, utf8 } from "~crypto/bytes";

const segment = (marker: number, data: Uint8Array) =>
  concatBytes(new Uint8Array([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data);
const SOI = new Uint8Array([0xff, 0xd8]);
const EOI = new Uint8Array([0xff, 0xd9]);
const JFIF = segment(0xe0, concatBytes(utf8("JFIF\0"), new Uint8Array([1, 2, 0, 0, 1, 0, 1, 0, 0])));
const EXIF = segment(0xe1, utf8("Exif\0\0GPS 52.5N 13.4E"));
const COMMENT = segment(0xfe, utf8("made by Jane Doe"));
const SCAN = concatBytes(segment(0xda, new Uint8Array([1, 1, 0])), new Uint8Array([7, 0xff, 0, 9, 0xff, 0xd0, 8]));

const chunk = (type: string, data: Uint8Array) =>
  concatBytes(new Uint8Array([0, 0, 0, data.length]), utf8(type), data, new Uint8Array(4));
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test("place, time and comments are taken out of a JPEG, and the picture stays byte for byte", () => {
  const dirty = concatBytes(SOI, JFIF, EXIF, COMMENT, SCAN, EOI, utf8("and a film behind it"));
  const cleaned = cleanJpeg(dirty);
  expect(concatBytes(...(cleaned?.chunks ?? []))).toEqual(concatBytes(SOI, JFIF, SCAN, EOI));
  expect(cleaned?.found.map(({ kind }) => kind)).toEqual(["exif", "comment", "trailing"]);
});

test("a JPEG with several scans keeps them all", () => {
  const progressive = concatBytes(SOI, JFIF, SCAN, segment(0xc4, new Uint8Array([1, 2])), SCAN, EOI);
  expect(concatBytes(...(cleanJpeg(progressive)?.chunks ?? []))).toEqual(progressive);
});

test("text and place are taken out of a PNG, and the picture stays byte for byte", () => {
  const kept = [chunk("IHDR", new Uint8Array(13)), chunk("IDAT", new Uint8Array([1, 2, 3]))];
  const end = chunk("IEND", new Uint8Array());
  const dirty = concatBytes(PNG, ...kept, chunk("tEXt", utf8("Author\0Jane")), chunk("eXIf", utf8("GPS")), end);
  const cleaned = cleanPng(dirty);
  expect(concatBytes(...(cleaned?.chunks ?? []))).toEqual(concatBytes(PNG, ...kept, end));
  expect(cleaned?.found.map(({ kind }) => kind)).toEqual(["comment", "exif"]);
});

test("a picture that is cut off or is none is sent as it is and marked so", async () => {
  expect(cleanJpeg(concatBytes(SOI, JFIF))).toBeNull();
  expect(cleanPng(PNG)).toBeNull();
  const picked = await pickFile(new File([utf8("no picture")], "a.jpg"));
  expect(picked.copy.state).toBe("kind");
  expect(await contentOf(picked).text()).toBe("no picture");
});

test("a cleaned picture says what was taken out", async () => {
  const picked = await pickFile(new File([concatBytes(SOI, EXIF, SCAN, EOI)], "a.JPG"));
  expect(picked.copy).toMatchObject({ state: "clean", found: [{ kind: "exif" }] });
  expect(new Uint8Array(await contentOf(picked).arrayBuffer())).toEqual(concatBytes(SOI, SCAN, EOI));
});

test("sizes are written as people say them", () => {
  const said = (language: string) => [0, 1, 1500, 4_194_304, 2.2e9].map((bytes) => writeSize(bytes, language));
  expect(said("en")).toEqual(["0 bytes", "1 byte", "1.5 kB", "4.2 MB", "2.2 GB"]);
  expect(said("fr").map((size) => size.replace(/\s/g, " "))).toEqual([
    "0 octet",
    "1 octet",
    "1,5 ko",
    "4,2 Mo",
    "2,2 Go",
  ]);
  expect(said("ar").join(" ")).not.toMatch(/[a-z]/i);
});
