import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { EXIT_CODES, type Report, writeReport } from "./report";
import { verifyExport } from "./verify-export";

const USAGE = `Checks an exported case without a network.

  npm run verify -- FILE [--office-key FINGERPRINT]

FILE was saved with "Export for checking". FINGERPRINT is the office key's, from print or from a page that you trust.
Ends with 0 when the record is sound, 1 when it is broken (and says where), 2 when it cannot be told.
`;

type Asked = { file: string; officeKey: string | null };

/** Reads the command line; null where it cannot be meant. */
function readArguments(): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      options: { "office-key": { type: "string" } },
      allowPositionals: true,
    });
    const officeKey = values["office-key"]?.replace(/\s/g, "").toLowerCase() ?? null;
    const isMeant = positionals.length === 1 && (officeKey === null || /^[0-9a-f]{40}$/.test(officeKey));
    return isMeant ? { file: positionals[0] ?? "", officeKey } : null;
  } catch {
    return null;
  }
}

async function judge({ file, officeKey }: Asked): Promise<Report> {
  try {
    return await verifyExport(readFileSync(file), officeKey);
  } catch (error) {
    // Whatever stops this program says nothing about the case.
    return { verdict: "cannotTell", act: null, said: `cannot tell: ${(error as Error).message}`, lines: [] };
  }
}

const asked = readArguments();
const report = asked && (await judge(asked));
process.stdout.write(report ? writeReport(report) : USAGE);
process.exitCode = EXIT_CODES[report?.verdict ?? "cannotTell"];
