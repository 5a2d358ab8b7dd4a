import { availableParallelism, loadavg } from "node:os";
import { type Line, printTable } from "./table";
import { benchBurst } from "./targets/burst";
import { benchFileMemory, benchLargeFile, benchUpload } from "./targets/files";
import { benchForm } from "./targets/form";
import { benchProcedure } from "./targets/procedure";
import { benchProcess } from "./targets/process";
import { benchQueue } from "./targets/queue";
import { benchSealing } from "./targets/sealing";
import { benchSubmissions } from "./targets/submissions";

/** Every target in turn. `npm run bench -- T1 T12` runs only those named. */
const BENCHES: [string[], () => Promise<Line[]>][] = [
  [["T1"], benchSubmissions],
  [["T2"], benchBurst],
  [["T3", "T4"], benchForm],
  [["T5", "T8", "T9"], benchSealing],
  [["T6"], benchFileMemory],
  [["T12"], benchQueue],
  [["T13"], benchProcess],
  [["T14", "T16"], benchProcedure],
  [["T15"], benchUpload],
  [["FILES"], benchLargeFile],
];

const only = process.argv.slice(2).map((name) => name.toUpperCase());
const loadBefore = loadavg();
const lines: Line[] = [];
for (const [targets, bench] of BENCHES) {
  if (only.length > 0 && !targets.some((target) => only.includes(target))) continue;
  console.info(`Measuring ${targets.join(", ")} …`);
  try {
    lines.push(...(await bench()));
  } catch (error) {
    lines.push({ target: targets.join(", "), text: `could not be measured: ${(error as Error).message}` });
  }
}
const [before = 0] = loadBefore;
const [after = 0] = loadavg();
console.info(
  `\nThis machine: ${availableParallelism()} cores, waiting programs ${before.toFixed(1)} before and ${after.toFixed(1)} after.`,
);
console.info(
  "What is compared with a peer of the same run holds on a busy machine too; what is compared with a time does not.\n",
);
printTable(lines);
process.exit(0);
