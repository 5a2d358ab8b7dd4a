import { makeOffice } from "~/desk/new-office";
import { certifyPerson, type MadePerson, makePerson } from "~/desk/new-person";
import type { Role } from "~crypto/ids";
import { openWrap } from "~crypto/wraps";
import { Client } from "../../../prisma/seed/http";
import { type SeedOffice, type SeedPerson, signIn } from "../../../prisma/seed/people";
import type { TestServer } from "../../support/server";

/** A person with the twelve words of their recovery sheet. */
export interface PersonWithSheet extends SeedPerson {
  words: string[];
}

const PASSPHRASE = "a passphrase for tests only";
const silent = async () => undefined;

/**
 * Founds an office as its pages do, so that the recovery words are at hand: an administrator, and Tara and Tom for the intake.
 */
export async function foundSmallOffice(server: TestServer) {
  const now = () => new Date();
  const day = now().toISOString().slice(0, 10);
  const answers = { name: "Office of Tests", languages: ["en", "ar"], timeZone: "Europe/Berlin" };
  const first = { displayName: "Ada Admin", name: "ada", roles: ["administrator" as const], passphrase: PASSPHRASE };
  const { body, made, fingerprint } = await makeOffice(answers, first, day, silent);
  const client = new Client(server.base);
  await client.call("POST", `/api/v1/setup/${server.setupToken}`, body);
  const ada = personOf(client, made, first.displayName, first.roles);
  await signIn(ada);
  const privateKey = await openWrap({ sealed: body.officeKeyWrap, privateKey: made.privateKey, fingerprint });
  const keys = { privateKey, publicKey: body.office.publicKey, fingerprint };
  const people = [ada];
  const office: SeedOffice & { people: PersonWithSheet[] } = {
    base: server.base,
    name: answers.name,
    keys,
    people,
    now,
  };
  for (const displayName of ["Tara Intake", "Tom Intake"]) people.push(await addPerson(office, ada, displayName, day));
  const of = (name: string) => people.find((person) => person.name === name) as PersonWithSheet;
  return { office, ada, tara: of("tara"), tom: of("tom") };
}

async function addPerson(office: SeedOffice, ada: SeedPerson, displayName: string, day: string) {
  const roles: Role[] = ["intake"];
  const name = displayName.split(" ")[0]?.toLowerCase() ?? "";
  const { path } = await ada.client.call<{ path: string }>("POST", "/api/v1/team/invitations", { displayName, roles });
  const made = await makePerson({ name, displayName, passphrase: PASSPHRASE }, silent);
  const client = new Client(office.base);
  await client.call("POST", `/api/v1${path}`, made.person);
  const { id, publicKey, fingerprint } = made.person;
  const { privateKey: officePrivateKey } = office.keys;
  const certified = await certifyPerson({
    person: id,
    name: displayName,
    publicKey,
    fingerprint,
    roles,
    day,
    officePrivateKey,
  });
  await ada.client.call("POST", `/api/v1/team/${id}/certification`, certified);
  const person = personOf(client, made, displayName, roles);
  await signIn(person);
  return person;
}

function personOf(client: Client, made: MadePerson, displayName: string, roles: Role[]): PersonWithSheet {
  const { id, name, publicKey, fingerprint } = made.person;
  const keys = { privateKey: made.privateKey, publicKey, fingerprint };
  return { id, name, displayName, roles, passphrase: PASSPHRASE, keys, client, words: made.words };
}
