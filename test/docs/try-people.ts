import { DatabaseSync } from "node:sqlite";
import { randomId } from "~crypto/bytes";
import { deriveStaffSecrets, lockPrivateKey, PASSPHRASE_KDF } from "~crypto/lock";
import { wrapKey } from "~crypto/wraps";
import type { SeedOffice } from "../../prisma/seed/people";
import { moveWraps, offerKey, rotate, sendEnding, type World, writeEnding } from "../stories/support/people-change";
import { named } from "../support/office";
import { refused } from "./refused";

/** People leave, change their key and their passphrase; the office key gets a second holder. */
export async function tryPeople(office: SeedOffice, dataFolder: string) {
  const [ada, tara, leaving] = [named(office, "ada"), named(office, "tara"), named(office, "lena")];
  const world = await worldOf(office, dataFolder);
  const ending = await writeEnding(world, leaving, "left");
  await refused(403, sendEnding(world, leaving, ending, "tara"));
  await refused(404, sendEnding(world, { ...leaving, id: randomId() }, ending));
  await refused(400, sendEnding(world, leaving, { ...ending, revokedKey: null }));
  await sendEnding(world, leaving, ending);
  await refused(409, sendEnding(world, leaving, ending));

  const { body } = await offerKey(world, tara);
  await refused(400, tara.client.call("POST", "/api/v1/account/next-key", { ...body, day: "2020-01-01" }));
  await refused(409, ada.client.call("POST", "/api/v1/account/next-key", await ownedBy(world, body.publicKey, body)));
  const old = await rotate(world, "tara");
  await moveWraps(office, tara, old);
  await refused(400, tara.client.call("POST", "/api/v1/account/wraps", { wraps: [{ id: "?", sealed: "" }] }));
  await tryPassphrase(world, "tara");
  await tryOfficeKey(office);
}

/** The same key once more, signed as somebody else's next one. */
async function ownedBy(world: World, publicKey: string, body: { fingerprint: string }) {
  const ada = world.who("ada");
  const { body: own } = await offerKey(world, ada);
  const { successionText } = await import("~crypto/directory");
  const { signText } = await import("~crypto/signatures");
  const { day } = own;
  const text = successionText({ v: 1, person: ada.id, from: ada.keys.fingerprint, to: body.fingerprint, day });
  const signature = await signText(text, ada.keys.privateKey, world.office.now());
  return { ...own, publicKey, fingerprint: body.fingerprint, signature };
}

async function tryPassphrase(world: World, name: string) {
  const me = world.who(name);
  const { salt } = await me.client.call<{ salt: string }>("GET", `/api/v1/sign-in?name=${name}`);
  const { signIn, lockKey } = await deriveStaffSecrets(me.passphrase, salt);
  const relock = async ({ privateKey, fingerprint }: { privateKey: string; fingerprint: string }) => ({
    fingerprint,
    lockedKey: await lockPrivateKey({ privateKey, lockKey, fingerprint }),
  });
  const { lockedKey } = await relock(me.keys);
  const former = world.rows<{ fingerprint: string }>("SELECT fingerprint FROM FormerLine WHERE personId = ?", me.id);
  const others = former.map(({ fingerprint }) => ({ fingerprint, lockedKey }));
  const body = { oldSignIn: signIn, signIn, salt, kdf: PASSPHRASE_KDF, lockedKey, others };
  const change = (changed: object) => me.client.call("POST", "/api/v1/account/passphrase", { ...body, ...changed });
  await refused(403, change({ oldSignIn: "0".repeat(64) }));
  await refused(409, change({ others: [] }));
  await change({});
}

async function tryOfficeKey(office: SeedOffice) {
  const [ada, tara] = [named(office, "ada"), named(office, "tara")];
  const seal = async (recipient: string) => ({
    sealed: await wrapKey({ privateKey: office.keys.privateKey, recipient, now: office.now() }),
  });
  const give = async (id: string, to: string, by = ada) =>
    by.client.call("POST", `/api/v1/team/${id}/office-key`, await seal(to));
  await refused(403, give(ada.id, ada.keys.publicKey, tara));
  await refused(404, give(tara.id, tara.keys.publicKey));
  await refused(409, give(ada.id, ada.keys.publicKey));
  const anna = office.people.find(({ name }) => name === "anna");
  if (!anna) throw new Error("There is no second administrator.");
  await refused(400, give(anna.id, ada.keys.publicKey));
  await give(anna.id, anna.keys.publicKey);
}

async function worldOf(office: SeedOffice, dataFolder: string): Promise<World> {
  const { today } = await named(office, "ada").client.call<{ today: string }>("GET", "/api/v1/office");
  return {
    office,
    day: today,
    who: (name) => named(office, name),
    rows<Row>(sql: string, ...values: (string | number)[]) {
      const db = new DatabaseSync(`${dataFolder}/ombra.db`, { readOnly: true });
      try {
        return db.prepare(sql).all(...values) as Row[];
      } finally {
        db.close();
      }
    },
  };
}
