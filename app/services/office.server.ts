import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { calendarOf } from "./calendar.server";

/** What every page's frame shows. */
export async function readOfficeName(): Promise<{ officeName: string | null; demonstration: boolean }> {
  const office = await database().office.findFirst({ select: { name: true, demonstration: true } });
  return { officeName: office?.name ?? null, demonstration: office?.demonstration ?? false };
}

/** One certified person as everybody may see them. */
export interface DirectoryPerson {
  person: string;
  displayName: string;
  roles: string[];
  publicKey: string;
  fingerprint: string;
  entry: string;
  entrySignature: string;
}

/** What the public may know of an office: its keys and its people. Null while no office exists. */
export async function readPublicOffice() {
  const office = await database().office.findFirst();
  if (!office) return null;
  return {
    name: office.name,
    languages: JSON.parse(office.languages) as string[],
    timeZone: office.timeZone,
    fingerprint: office.fingerprint,
    publicKey: office.publicKey,
    demonstration: office.demonstration,
    maxReportBytes: readConfig().maxReportBytes,
    today: (await calendarOf(office)).today,
    directory: await readDirectory(),
  };
}

/** The certified people of the office, by name. */
export async function readDirectory(): Promise<DirectoryPerson[]> {
  const people = await database().person.findMany({ where: { state: "active" }, orderBy: { displayName: "asc" } });
  return people.map((person) => ({
    person: person.id,
    displayName: person.displayName,
    roles: JSON.parse(person.roles) as string[],
    publicKey: person.publicKey,
    fingerprint: person.fingerprint,
    entry: person.entry,
    entrySignature: person.entrySignature,
  }));
}

/** Asks the database one thing; throws when it does not answer. */
export async function isReady(): Promise<void> {
  await database().office.count();
}
