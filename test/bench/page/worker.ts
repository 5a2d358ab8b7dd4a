import { openSealer, PART_BYTES } from "~crypto/parts";

export const MODES = ["AES-CBC", "AES-CTR", "AES-GCM"] as const;
/** Milliseconds for the same amount of bytes, once for each round. */
export type FileTimes = Record<"sealed" | (typeof MODES)[number], number[]>;

/**
 * Seals so many parts as a file is sealed, and beside it runs the browser's own AES-256 over the same bytes in one call,
 * turn by turn, so that whatever else the machine does falls on both.
 */
addEventListener("message", async ({ data }: MessageEvent<{ parts: number; rounds: number; publicKey: string }>) => {
  const { parts, rounds, publicKey } = data;
  const file = new Uint8Array(parts * PART_BYTES);
  const iv = new Uint8Array(16);
  const params = {
    "AES-CBC": { name: "AES-CBC", iv },
    "AES-CTR": { name: "AES-CTR", counter: iv, length: 64 },
    "AES-GCM": { name: "AES-GCM", iv: iv.subarray(4) },
  };
  const raw = async (mode: (typeof MODES)[number]) => {
    const key = await crypto.subtle.generateKey({ name: mode, length: 256 }, false, ["encrypt"]);
    return () => crypto.subtle.encrypt(params[mode], key, file);
  };
  const works: Record<keyof FileTimes, () => Promise<unknown>> = {
    sealed: async () => {
      const seal = await openSealer(publicKey, new Date());
      for (let at = 0; at < file.length; at += PART_BYTES) await seal(file.subarray(at, at + PART_BYTES));
    },
    "AES-CBC": await raw("AES-CBC"),
    "AES-CTR": await raw("AES-CTR"),
    "AES-GCM": await raw("AES-GCM"),
  };
  const times: FileTimes = { sealed: [], "AES-CBC": [], "AES-CTR": [], "AES-GCM": [] };
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of Object.entries(works) as [keyof FileTimes, () => Promise<unknown>][]) {
      const start = performance.now();
      await work();
      // The first round warms the code up.
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  postMessage(times);
});
