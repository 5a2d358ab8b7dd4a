import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";

/** Looks for a phrase in bytes, as UTF-8 and as UTF-16: JavaScript keeps some strings that way. */
function holds(bytes: Buffer, phrase: string): boolean {
  return (
    bytes.includes(Buffer.from(phrase, "utf8")) ||
    bytes.includes(Buffer.from(phrase, "utf16le")) ||
    bytes.includes(Buffer.from(Buffer.from(phrase).toString("base64").slice(0, -4)))
  );
}

/** Where a phrase is found among the server's files (database, WAL, everything else), its words and its live memory. */
export function findLeaks(
  server: { dataFolder: string; output(): string; process: { pid?: number | undefined } },
  wire: Buffer,
  phrases: string[],
): string[] {
  const files = readdirSync(server.dataFolder).map(
    (name) => [name, readFileSync(join(server.dataFolder, name))] as const,
  );
  const places = [...files, ["log", Buffer.from(server.output())] as const, ["wire", wire] as const];
  const found = places.flatMap(([name, bytes]) =>
    phrases.filter((phrase) => holds(bytes, phrase)).map((phrase) => `${name}: ${phrase}`),
  );
  return [...found, ...findInMemory(server.process.pid ?? 0, phrases)];
}

/** Reads the writable memory of a process through /proc, region by region. Needs the same account or root. */
function findInMemory(pid: number, phrases: string[]): string[] {
  const maps = readFileSync(`/proc/${pid}/maps`, "utf8").split("\n");
  const regions = maps.flatMap((line) => {
    const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
    return match ? [[BigInt(`0x${match[1]}`), BigInt(`0x${match[2]}`)] as const] : [];
  });
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const found = new Set<string>();
  try {
    for (const [start, end] of regions) {
      for (let at = start; at < end; at += BigInt(CHUNK)) {
        const size = Number(end - at < BigInt(CHUNK + OVERLAP) ? end - at : BigInt(CHUNK + OVERLAP));
        const bytes = readRegion(memory, at, size);
        for (const phrase of phrases) if (bytes && holds(bytes, phrase)) found.add(`memory: ${phrase}`);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found];
}

const CHUNK = 64 * 1024 * 1024;
const OVERLAP = 4096;

function readRegion(memory: number, at: bigint, size: number): Buffer | null {
  const bytes = Buffer.alloc(size);
  try {
    const read = readSync(memory, bytes, 0, size, at);
    return bytes.subarray(0, read);
  } catch {
    // Some regions are reserved and hold nothing.
    return null;
  }
}
