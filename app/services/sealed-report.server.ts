import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { requireAddressedTo } from "~crypto/addressed";
import { reachableKeyIds } from "./people/former-lines.server";
import type { Report } from "./submit-report.server";

type ReportCompartment = Report["compartments"][number];

/**
 * What only looks sealed is refused: every item goes to its compartment alone, every wrap to the intake officer it names.
 *
 * Errors: Problem 400; which part is at fault is not told, because only a broken or hostile page sends one.
 */
export async function requireSealed(report: Report): Promise<void> {
  const keyIds = await intakeKeyIds(report);
  try {
    const types = report.compartments.map((entry) => entry.type);
    if (report.items.some((item) => !types.includes(item.compartment))) throw new Error("stray item");
    if (!types.includes("correspondence") || new Set(types).size !== types.length) throw new Error("compartments");
    for (const compartment of report.compartments) await requireCompartment(report, compartment, keyIds);
  } catch {
    if (await isSealedToRevoked(report)) throw unknownKey();
    throw new Problem(
      400,
      "The report is not sealed to this office's current keys, so nothing was stored. Load the page again and send it once more.",
      { rule: "notSealed" },
    );
  }
}

async function requireCompartment(report: Report, compartment: ReportCompartment, keyIds: Map<string, string[]>) {
  const items = report.items.filter((item) => item.compartment === compartment.type);
  for (const [index, item] of items.entries()) {
    if (item.seq !== index || item.kind !== kindAt(compartment.type, index)) throw new Error("order");
    await requireAddressedTo(item.armored, compartment.publicKey);
  }
  if (items.length === 0) throw new Error("empty");
  const people = compartment.wraps.map((entry) => entry.person);
  if (new Set(people).size !== people.length) throw new Error("twice");
  for (const entry of compartment.wraps) await requireAddressedTo(entry.sealed, keyIds.get(entry.person) ?? []);
  if (compartment.type !== "identity") return;
  for (const entry of compartment.wraps) {
    if (entry.second === entry.person || !keyIds.has(entry.second)) throw new Error("second");
  }
}

/** A page that somebody kept open for long: it seals to the key of a person who left, or to one that the office took back. */
const unknownKey = () =>
  new Problem(
    400,
    "The page seals to a key that this office has withdrawn, so nobody could read the report and nothing was stored. Load the page again, compare the office's fingerprint, and send it once more.",
    { rule: "unknownKey" },
  );

async function isSealedToRevoked(report: Report): Promise<boolean> {
  const wraps = report.compartments.flatMap((entry) => entry.wraps.map(({ person, sealed }) => ({ person, sealed })));
  const withdrawn = await database().formerLine.findMany({
    where: { personId: { in: wraps.map(({ person }) => person) }, reason: { in: ["left", "compromised"] } },
    select: { personId: true, keyIds: true },
  });
  for (const { personId, keyIds } of withdrawn)
    for (const { person, sealed } of wraps) {
      const isTheirs = person === personId;
      if (isTheirs && (await isAddressed(sealed, JSON.parse(keyIds) as string[]))) return true;
    }
  return false;
}

function isAddressed(sealed: string, keyIds: string[]): Promise<boolean> {
  return requireAddressedTo(sealed, keyIds).then(
    () => true,
    () => false,
  );
}

/** What each place of a compartment holds: originals are nothing but files, and the others begin with what they are about. */
function kindAt(type: ReportCompartment["type"], index: number): "report" | "file" | "identity" | null {
  if (type === "identity") return index === 0 ? "identity" : null;
  return type === "correspondence" && index === 0 ? "report" : "file";
}

/** The encryption key ids of those named in the report who take in reports today. */
async function intakeKeyIds(report: Report): Promise<Map<string, string[]>> {
  const named = report.compartments.flatMap((entry) =>
    entry.type === "identity"
      ? entry.wraps.flatMap((one) => [one.person, one.second])
      : entry.wraps.map((one) => one.person),
  );
  const people = await database().person.findMany({
    where: { id: { in: named }, state: "active" },
    select: { id: true, roles: true, keyIds: true },
  });
  const intake = people.filter((person) => (JSON.parse(person.roles) as string[]).includes("intake"));
  return reachableKeyIds(intake);
}
