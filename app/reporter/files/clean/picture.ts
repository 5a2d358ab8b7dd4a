import type { Cleaned } from "./cleaned";
import { cleanGif } from "./gif";
import { cleanJpeg } from "./jpeg";
import { cleanPng } from "./png";
import { cleanWebp } from "./webp";

/** Cleans a picture of any kind that can be walked byte by byte; null if it is none, or is not whole. */
export function cleanPicture(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  return cleanJpeg(bytes) ?? cleanPng(bytes) ?? cleanWebp(bytes) ?? cleanGif(bytes);
}
