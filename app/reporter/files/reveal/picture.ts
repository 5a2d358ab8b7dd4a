import ExifReader from "exifreader";
import type { Finding, FindingKind } from "../picked-file";
import { readXmp } from "./xmp";

/** What each tag tells, by the name that ExifReader gives it. */
const TELLS: [FindingKind, string[]][] = [
  ["serial", ["BodySerialNumber", "SerialNumber", "CameraSerialNumber", "LensSerialNumber", "InternalSerialNumber"]],
  ["time", ["DateTimeOriginal", "DateTime", "Date Created"]],
  ["software", ["Software", "ProcessingSoftware", "HostComputer"]],
  ["author", ["Artist", "Copyright", "CameraOwnerName", "OwnerName", "XPAuthor", "By-line", "Author"]],
  ["comment", ["UserComment", "ImageDescription", "XPComment", "Caption/Abstract", "Comment", "Description"]],
  ["place", ["City", "Sub-location", "Country/Primary Location Name"]],
];

/**
 * Reads in words what a picture says about its making: camera and its number, place, time, program, owner.
 *
 * Shape: also for kinds that cannot be cleaned here, such as HEIC; empty when nothing can be read.
 */
export function readPicture(bytes: Uint8Array<ArrayBuffer>): Finding[] {
  const found = new Map<string, Finding>();
  const see = (kind: FindingKind, value?: string) => {
    const said = value?.replaceAll("\0", "").trim();
    if (said === "") return;
    found.set(`${kind} ${said ?? ""}`, said === undefined ? { kind } : { kind, value: said });
  };
  // XMP is read here and not by the library, whose parser a page that trusts no markup does not have.
  for (const { kind, value } of readXmp(bytes)) see(kind, value);
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const { exif, gps, iptc, pngText, Thumbnail } = ExifReader.load(buffer, {
      expanded: true,
      excludeTags: { xmp: true, icc: true },
    });
    const tags = { ...exif, ...iptc, ...pngText } as Record<string, Described | Described[] | undefined>;
    const camera = [textOf(tags.Make), textOf(tags.Model)].filter((part) => part !== "");
    if (camera.length > 0) see("camera", camera.join(" "));
    for (const [kind, names] of TELLS) for (const name of names) if (tags[name]) see(kind, textOf(tags[name]));
    if (gps?.Latitude !== undefined && gps.Longitude !== undefined)
      see("place", `${gps.Latitude.toFixed(4)}, ${gps.Longitude.toFixed(4)}`);
    if (Thumbnail) see("thumbnail");
  } catch {
    // A block that cannot be read is still taken out; there is only nothing to say about it.
  }
  return [...found.values()];
}

type Described = { description?: unknown };

function textOf(tag: Described | Described[] | undefined): string {
  const first = Array.isArray(tag) ? tag[0] : tag;
  return typeof first?.description === "string" ? first.description : "";
}
