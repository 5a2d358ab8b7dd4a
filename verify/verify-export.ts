import type { Fingerprint } from "../crypto/ids";
import type { CaseExport } from "./case-export";
import { checkChain } from "./chain";
import { checkDirectory, checkOfficeKey } from "./directory";
import { Broken, firstOf } from "./faults";
import { checkItems, checkKeys } from "./items";
import { packagesOf } from "./packages";
import { type PlacedAct, readActs } from "./read-acts";
import { CannotTell, readExport } from "./read-export";
import { checkReplay } from "./replay";
import { type Line, type Report, writeFault } from "./report";
import { checkSignatures } from "./signatures";
import { checkStatements } from "./statements";
import { onTrust } from "./trust";
import { checkTwoPersons } from "./two-persons";

/**
 * Checks a case export and says what holds, what does not, and what cannot be told from it.
 *
 * Shape:  bytes of the file, and the office key's fingerprint where the reader knows it from elsewhere.
 * Units:  linear in the number of acts.
 */
export async function verifyExport(bytes: Uint8Array, trusted: Fingerprint | null = null): Promise<Report> {
  try {
    return await verify(readExport(bytes), trusted);
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    return { verdict: "cannotTell", act: null, said: `cannot tell: ${error.message}`, lines: [] };
  }
}

async function verify(file: CaseExport, trusted: Fingerprint | null): Promise<Report> {
  const acts = readActs(file.acts);
  const { kind, id } = file.case;
  const lines: Line[] = [{ state: "ok", text: `form: ${file.v}, ${kind} ${id}, exported ${file.exportedDay}` }];
  const faults: Broken[] = [];
  const unclear: string[] = [];
  const fail = (name: string, fault: Broken) => {
    faults.push(fault);
    lines.push({ state: "broken", text: `${name}: ${writeFault(fault, acts)}` });
  };
  const run = async (name: string, check: () => string | Promise<string>) => {
    try {
      lines.push({ state: "ok", text: `${name}: ${await check()}` });
    } catch (error) {
      if (error instanceof Broken) fail(name, error);
      else if (error instanceof CannotTell) {
        unclear.push(error.message);
        lines.push({ state: "unclear", text: `${name}: ${error.message}` });
      } else throw error;
    }
  };

  await run("office key", () => checkOfficeKey(file, trusted));
  const { certified, faults: forged, said } = await checkDirectory(file);
  if (forged.length === 0) lines.push({ state: "ok", text: `directory: ${said}` });
  for (const fault of forged) fail("directory", fault);
  await run("chain", () => checkChain(file, acts));
  let lastSigned = -1;
  await run("signatures", async () => {
    const signed = await checkSignatures(acts, certified);
    lastSigned = signed.lastSigned;
    return signed.said;
  });
  await run("items", () => checkItems(file, acts));
  await run("keys", () => checkKeys(file, acts));
  await run("statements", () => checkStatements(file, acts));

  // What the acts say is judged only where they are what was signed.
  if (faults.length === 0) {
    await run("two persons", () => checkTwoPersons(acts, file.machine));
    await run("procedure", () => checkReplay(file, acts, certified));
    for (const text of packagesOf(acts)) lines.push({ state: "ok", text });
    for (const text of onTrust(file, acts, { isKeyTrusted: trusted !== null, lastSigned }))
      lines.push({ state: "trust", text });
  } else lines.push({ state: "skipped", text: "two persons and procedure: the record itself does not hold" });
  return conclude(lines, faults, unclear, acts);
}

function conclude(lines: Line[], faults: Broken[], unclear: string[], acts: readonly PlacedAct[]): Report {
  const first = firstOf(faults);
  if (first) {
    const act = "act" in first.place ? first.place.act : null;
    return { verdict: "broken", act, said: `broken: ${writeFault(first, acts)}`, lines };
  }
  if (unclear[0] !== undefined) return { verdict: "cannotTell", act: null, said: `cannot tell: ${unclear[0]}`, lines };
  return { verdict: "sound", act: null, said: "sound", lines };
}
