import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LATITUDE, LONGITUDE, MARKS, MODEL, type Planted } from "./marks";

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });

/** What a telephone writes into a photograph. */
const PHONE = [
  "-Make=Plantphone",
  `-Model=${MODEL}`,
  `-GPSLatitude=${LATITUDE}`,
  "-GPSLatitudeRef=N",
  `-GPSLongitude=${LONGITUDE}`,
  "-GPSLongitudeRef=E",
  "-DateTimeOriginal=2026:03:04 05:06:07",
  `-Software=${MARKS.software}`,
];
/** What a camera of a person who set it up writes. */
const CAMERA = [
  `-Model=${MODEL}`,
  `-SerialNumber=${MARKS.serial}`,
  `-Artist=${MARKS.author}`,
  `-Copyright=${MARKS.company}`,
  `-UserComment=${MARKS.comment}`,
];
const IPTC = [`-IPTC:By-line=${MARKS.author}`, `-IPTC:Caption-Abstract=${MARKS.comment}`, "-IPTC:City=Plantedcity"];
const XMP = [
  `-XMP-dc:Creator=${MARKS.author}`,
  `-XMP-xmp:CreatorTool=${MARKS.software}`,
  "-XMP-xmpMM:DocumentID=xmp.did:planted-4711",
  `-XMP-xmpMM:HistorySoftwareAgent=${MARKS.software}`,
  "-XMP-xmpMM:HistoryWhen=2026:03:04 05:06:07",
];
const PHONE_MARKS = [MODEL, MARKS.software];
const CAMERA_MARKS = [MODEL, MARKS.serial, MARKS.author, MARKS.company, MARKS.comment];
const IPTC_MARKS = [MARKS.author, MARKS.comment, "Plantedcity"];
const XMP_MARKS = [MARKS.author, MARKS.software, "planted-4711"];

type Recipe = { name: string; draw: string[]; tags?: string[]; marks?: string[]; after?: (file: string) => void };

const behind = (file: string) => appendFileSync(file, MARKS.trailing);

/** Photographs, scans and drawings of four kinds, made with ImageMagick and marked with exiftool. */
export function makePictures(folder: string): Planted[] {
  const thumb = join(folder, "thumb.jpg");
  run("convert", "-size", "64x48", "plasma:red-blue", thumb);
  const exif = join(folder, "exif.bin");
  const made = [...jpegs(thumb), ...pngs(), ...gifs()].map((recipe) => make(folder, recipe));
  const phone = join(folder, "phone.jpg");
  run("exiftool", "-b", "-Exif", phone, "-w!", join(folder, "%f.none"));
  const bytes = readFileSync(phone);
  const at = bytes.indexOf("Exif\0\0");
  writeFileSync(exif, bytes.subarray(at, at - 2 + bytes.readUInt16BE(at - 2)));
  return [...made, ...webps(folder, exif)];
}

function make(folder: string, { name, draw, tags = [], marks = [], after }: Recipe): Planted {
  const path = join(folder, name);
  run("convert", "-size", "160x120", ...draw, path);
  if (tags.length > 0) run("exiftool", "-q", "-m", "-overwrite_original", ...tags, path);
  after?.(path);
  return { path, marks };
}

function jpegs(thumb: string): Recipe[] {
  const photo = ["plasma:green-orange", "-quality", "88"];
  return [
    { name: "phone.jpg", draw: photo, tags: [...PHONE, "-Orientation#=6"], marks: PHONE_MARKS },
    { name: "camera.jpg", draw: photo, tags: CAMERA, marks: CAMERA_MARKS },
    { name: "with-preview.jpg", draw: photo, tags: [...PHONE, `-ThumbnailImage<=${thumb}`], marks: PHONE_MARKS },
    { name: "press.jpg", draw: photo, tags: [...IPTC, ...XMP], marks: [...IPTC_MARKS, ...XMP_MARKS] },
    { name: "progressive.jpg", draw: [...photo, "-interlace", "JPEG"], tags: CAMERA, marks: CAMERA_MARKS },
    { name: "grey-scan.jpg", draw: [...photo, "-colorspace", "Gray"], tags: CAMERA, marks: CAMERA_MARKS },
    { name: "print-cmyk.jpg", draw: [...photo, "-colorspace", "CMYK"], tags: XMP, marks: XMP_MARKS },
    { name: "commented.jpeg", draw: [...photo, "-set", "comment", MARKS.comment], marks: [MARKS.comment] },
    { name: "motion-photo.jpg", draw: photo, tags: PHONE, marks: [...PHONE_MARKS, MARKS.trailing], after: behind },
    {
      name: "everything.JPG",
      draw: photo,
      tags: [...PHONE, ...CAMERA, ...IPTC, ...XMP, `-ThumbnailImage<=${thumb}`],
      marks: [...PHONE_MARKS, ...CAMERA_MARKS, ...IPTC_MARKS, ...XMP_MARKS],
    },
  ];
}

function pngs(): Recipe[] {
  const shot = ["plasma:blue-white"];
  const text = ["-set", "Author", MARKS.author, "-set", "Software", MARKS.software, "-set", "Comment", MARKS.comment];
  return [
    { name: "screenshot.png", draw: [...shot, ...text], marks: [MARKS.author, MARKS.software, MARKS.comment] },
    { name: "exif.png", draw: shot, tags: CAMERA, marks: CAMERA_MARKS },
    { name: "xmp.png", draw: shot, tags: XMP, marks: XMP_MARKS },
    {
      name: "palette.png",
      draw: [...shot, "-colors", "16", "-type", "Palette", ...text],
      marks: [MARKS.author, MARKS.comment],
    },
    {
      name: "transparent.png",
      draw: [...shot, "-alpha", "set", "-channel", "A", "-evaluate", "set", "50%"],
      tags: [...XMP, `-PNG:Artist=${MARKS.second}`],
      marks: [...XMP_MARKS, MARKS.second],
    },
    {
      name: "interlaced.png",
      draw: [...shot, "-interlace", "PNG", ...text],
      marks: [MARKS.author, MARKS.trailing],
      after: behind,
    },
  ];
}

function gifs(): Recipe[] {
  return [
    { name: "commented.gif", draw: ["plasma:red-white", "-set", "comment", MARKS.comment], marks: [MARKS.comment] },
    { name: "xmp.gif", draw: ["plasma:red-white"], tags: XMP, marks: XMP_MARKS },
    {
      name: "moving.gif",
      draw: ["-delay", "20", "-loop", "0", "plasma:red-white", "plasma:blue-white", "-set", "comment", MARKS.comment],
      marks: [MARKS.comment],
    },
    {
      name: "trailing.gif",
      draw: ["plasma:red-white"],
      tags: [`-Comment=${MARKS.comment}`],
      marks: [MARKS.comment, MARKS.trailing],
      after: behind,
    },
  ];
}

function webps(folder: string, exif: string): Planted[] {
  const xmp = join(folder, "packet.xmp");
  run("exiftool", "-q", "-m", "-o", xmp, ...XMP);
  const kinds: [string, string[]][] = [
    ["lossy.webp", ["plasma:green-yellow", "-quality", "80"]],
    ["lossless.webp", ["plasma:green-yellow", "-define", "webp:lossless=true"]],
    ["transparent.webp", ["plasma:green-yellow", "-alpha", "set", "-channel", "A", "-evaluate", "set", "40%"]],
  ];
  const still = kinds.map(([name, draw]) => {
    run("convert", "-size", "160x120", ...draw, join(folder, name));
    return name;
  });
  run("gif2webp", "-q", "80", join(folder, "moving.gif"), "-o", join(folder, "moving.webp"));
  return [...still, "moving.webp"].map((name, index) => {
    const path = join(folder, name);
    run("webpmux", "-set", "exif", exif, path, "-o", path);
    run("webpmux", "-set", "xmp", xmp, path, "-o", path);
    if (index === 0) behind(path);
    return { path, marks: [...PHONE_MARKS, ...XMP_MARKS, ...(index === 0 ? [MARKS.trailing] : [])] };
  });
}
