import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { requireAddressedTo } from "~crypto/addressed";
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
    const first = compartment.type === "identity" ? "identity" : "report";
    if (item.seq !== index || (item.kind === first) !== (index === 0)) throw new Error("order");
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
  return new Map(intake.map((person) => [person.id, JSON.parse(person.keyIds) as string[]]));
}
