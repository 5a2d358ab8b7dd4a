import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "../../../prisma/seed/http";
import { foundOffice, type PersonPlan, type SeedOffice } from "../../../prisma/seed/people";
import { startServer } from "../../support/server";
import { momentAt, offsetTo, prolongSessions, STORY_DAY } from "./clock";

/** The people of every story: two of each part that may be refused to one of them. Otto acts for Olga, and takes in reports. */
export const STORY_PEOPLE: PersonPlan[] = [
  { name: "ada", displayName: "Ada Admin", roles: ["administrator"] },
  { name: "tara", displayName: "Tara Intake", roles: ["intake"] },
  { name: "tom", displayName: "Tom Intake", roles: ["intake"] },
  { name: "ines", displayName: "Ines Investigator", roles: ["investigator"] },
  { name: "ivan", displayName: "Ivan Investigator", roles: ["investigator"] },
  { name: "olga", displayName: "Olga Ombudsperson", roles: ["ombudsperson"] },
  { name: "otto", displayName: "Otto Alternate", roles: ["ombudsperson", "intake"] },
  { name: "viktor", displayName: "Viktor Reviewer", roles: ["reviewer"] },
  { name: "vera", displayName: "Vera Reviewer", roles: ["reviewer"] },
];

const PREFIX = "ombra-story-office-";
/** One run of tests is one parent process: it founds its office once, and every story gets a copy. */
const SHELF = join(tmpdir(), `${PREFIX}${process.ppid}`);

/** A data folder of its own with an office that was founded through its one-time link, and its people's keys. */
export async function copyOfOffice(): Promise<{ dataFolder: string; office: SeedOffice }> {
  if (!existsSync(SHELF)) await foundOnce();
  const dataFolder = mkdtempSync(join(tmpdir(), "ombra-test-"));
  cpSync(join(SHELF, "data"), dataFolder, { recursive: true });
  const office = JSON.parse(readFileSync(join(SHELF, "office.json"), "utf8")) as SeedOffice;
  for (const person of office.people) person.client = Object.assign(new Client(""), person.client);
  return { dataFolder, office };
}

async function foundOnce() {
  dropForgotten();
  const offset = offsetTo(STORY_DAY);
  const server = await startServer({ env: { OMBRA_DAY_OFFSET: String(offset) } });
  const office = await foundOffice(server.base, server.setupToken, {
    officeName: "Office of Stories",
    passphrase: "a passphrase for stories only",
    people: STORY_PEOPLE,
    now: () => momentAt(offset),
  });
  await server.stop({ keepData: true });
  prolongSessions(server.dataFolder);
  const made = mkdtempSync(join(tmpdir(), "ombra-founding-"));
  cpSync(server.dataFolder, join(made, "data"), { recursive: true });
  writeFileSync(join(made, "office.json"), JSON.stringify(office));
  rmSync(server.dataFolder, { recursive: true });
  try {
    renameSync(made, SHELF);
  } catch (error) {
    // Another file of the same run founded its office meanwhile: there is one shelf.
    if (!existsSync(SHELF)) throw error;
    rmSync(made, { recursive: true });
  }
}

/** Offices of runs that are over. */
function dropForgotten() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const isRunning = existsSync(`/proc/${name.slice(PREFIX.length)}`);
    if (!isRunning) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
