import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Challenge } from "altcha-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workFor } from "~/services/flood/waiting.server";
import { randomId } from "~crypto/bytes";
import { encryptBytes } from "~crypto/messages";
import { requireUsableKey } from "~crypto/usable-key";
import { Client } from "../../prisma/seed/http";
import { sealReport } from "../../prisma/seed/report";
import { workedHeaders } from "../../prisma/seed/work";
import { openWorld, type World } from "../stories/support/world";

/** Two reports that wait are a quarter of a flood here, from which on work is asked for. */
const FLOOD = 8;
const WORK = 4000;
/** The server asks its queue again after this time. */
const FORGETS_MS = 2300;
let world: World;
let client: Client;
let noise: { receipt: object };

beforeAll(async () => {
  world = await openWorld({ FLOOD_PER_DAY: String(FLOOD), FLOOD_WORK: String(WORK) });
  client = new Client(world.office.base);
  const to = [world.who("tara"), world.who("tom")];
  const sealed = await sealReport(world.office, { kind: "tip", answers: { summary: "Noise." } }, to);
  noise = sealed.body as typeof noise;
});
afterAll(() => world?.stop());

const work = (thing: string) =>
  client.call<{ work: number; challenge: Challenge | null }>("GET", `/api/v1/work?for=${thing}`);

/** Whoever floods an office seals once and changes the ids. */
function post(id: string, headers: Record<string, string> = {}) {
  const receipt = { ...noise.receipt, locatorHash: randomId() + randomId() };
  return client.call<{ reference: string }>("POST", "/api/v1/reports", { ...noise, case: id, receipt }, headers);
}
const cases = (id: string) => world.rows<{ state: string }>('SELECT state FROM "Case" WHERE id = ?', id);
const aged = () => new Promise((resolve) => setTimeout(resolve, FORGETS_MS));

test("at rest nobody has to work, and with every report that waits the work grows to a limit", () => {
  expect([0, 1, 249].map((waiting) => workFor(waiting, 1000, 100_000))).toEqual([0, 0, 0]);
  expect([250, 500, 1000, 2000].map((waiting) => workFor(waiting, 1000, 100_000))).toEqual([
    25_000, 50_000, 100_000, 200_000,
  ]);
  expect(workFor(1_000_000, 1000, 100_000)).toBe(workFor(5000, 1000, 100_000));
});

test("at rest a report is taken without a proof, and no work is given out", async () => {
  expect(await work(randomId())).toEqual({ work: 0, challenge: null });
  await post(randomId());
  await post(randomId());
});

test("in a flood a report without a proof is told what to do, and nothing of it is stored", async () => {
  await aged();
  const id = randomId();
  await expect(post(id)).rejects.toMatchObject({ status: 428, problem: { rule: "work" } });
  expect(cases(id)).toEqual([]);
  expect(await client.call<{ work: number }>("GET", "/api/v1/office")).toMatchObject({ work: expect.any(Number) });
});

test("with the proof it is taken at once, from the same address as all the others, and sent again it is the same", async () => {
  const id = randomId();
  const headers = await workedHeaders(client, id);
  const receipt = { ...noise.receipt, locatorHash: randomId() + randomId() };
  const send = (own: Record<string, string>) =>
    client.call<{ reference: string }>("POST", "/api/v1/reports", { ...noise, case: id, receipt }, own);
  const { reference } = await send(headers);
  expect((await send(headers)).reference).toBe(reference);
  // Its sender may not have heard of it, and has no proof any more.
  expect((await send({})).reference).toBe(reference);
  expect(cases(id)).toHaveLength(1);
});

test("a proof opens the door for one thing only: used for another, altered, forged or overdue, it is refused", async () => {
  const id = randomId();
  const { "Ombra-Proof": proof = "" } = await workedHeaders(client, id);
  const wrong = async (text: string, of = id) =>
    expect(post(of, { "Ombra-Proof": text })).rejects.toMatchObject({ status: 428 });
  await wrong(proof, randomId());
  const parsed = JSON.parse(proof) as { challenge: Challenge; solution: { counter: number; derivedKey: string } };
  const changed = (parameters: object, more: object = {}) =>
    JSON.stringify({
      ...parsed,
      challenge: { ...parsed.challenge, parameters: { ...parsed.challenge.parameters, ...parameters } },
      ...more,
    });
  const { data } = parsed.challenge.parameters;
  await wrong(changed({ data: { ...data, until: 4_000_000_000_000 } }));
  await wrong(changed({ expiresAt: 4_000_000_000 }));
  await wrong(changed({ keyPrefix: "0" }));
  await wrong(changed({ data: { for: id, work: 999_999 } }));
  await wrong(changed({}, { solution: { counter: 0, derivedKey: "00" } }));
  await wrong(changed({}, { challenge: { ...parsed.challenge, signature: "00" } }));
  for (const text of ["", "{}", "null", "x".repeat(5000), "[]"]) await wrong(text);
  await post(id, { "Ombra-Proof": proof });
});

test("a part of a file is let in by the proof of its report, and by none where its case exists", async () => {
  const bytes = new TextEncoder().encode("sealed");
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
  const put = async (of: string, headers: Record<string, string> = {}) =>
    (
      await fetch(`${world.office.base}/api/v1/uploads/${of}/${randomId()}?sha256=${digest}`, {
        method: "PUT",
        headers,
        body: bytes,
      })
    ).status;
  const id = randomId();
  expect(await put(id)).toBe(428);
  const headers = await workedHeaders(client, id);
  expect(await put(id, headers)).toBe(200);
  expect(await put(id, headers)).toBe(200);
  await post(id, headers);
  expect(await put(id)).toBe(200);
});

test("a message made without scripts is not refused: it waits in quarantine, and one person lets it in", async () => {
  const now = world.office.now();
  const keys = await Promise.all(["tara", "tom"].map((name) => requireUsableKey(world.who(name).keys.publicKey, now)));
  const data = new TextEncoder().encode("An honest message, made with gpg.");
  const body = (await encryptBytes({ data, to: keys, now })).armor();
  const headers = { "Content-Type": "text/plain" };
  const response = await fetch(`${world.office.base}/api/v1/reports?kind=tip`, { method: "POST", headers, body });
  expect(response.status).toBe(201);
  const { reference } = (await response.json()) as { reference: string };
  const [held] = world.rows<{ id: string; state: string }>(
    'SELECT id, state FROM "Case" WHERE reference = ?',
    reference,
  );
  expect(held?.state).toBe("quarantined");
  const honest = { case: held?.id ?? "" };
  await world.play(honest, [{ by: "tara", event: "conflict.declareNone" }]);
  expect(await world.act("tara", honest, { event: "quarantine.release" })).toMatchObject({ state: "received" });
});

test("the more wait, the more work is asked for; and once somebody has looked at them, it is less again", async () => {
  await aged();
  const before = (await work(randomId())).work;
  for (let nth = 0; nth < 3; nth++) {
    const id = randomId();
    await post(id, await workedHeaders(client, id));
  }
  await aged();
  const more = (await work(randomId())).work;
  expect(more).toBeGreaterThan(before);
  const sent = world.rows<{ id: string }>(`SELECT id FROM "Case" WHERE state = 'received' LIMIT 2`);
  for (const one of sent.map(({ id }) => ({ case: id }))) {
    await world.play(one, [{ by: "tara", event: "conflict.declareNone" }]);
    await world.act("tara", one, { event: "case.acknowledge", codes: { recused: [] }, message: "We have it." });
  }
  await aged();
  expect((await work(randomId())).work).toBeLessThan(more);
});

test("nothing of who asked for work or solved it is kept", () => {
  const stored = ["ombra.db", "ombra.db-wal"].map((name) =>
    readFileSync(join(world.server.dataFolder, name), "latin1"),
  );
  for (const text of [...stored, world.server.output()]) {
    expect(text).not.toContain("derivedKey");
    expect(text).not.toMatch(/127\.0\.0\.1(?!:\d)/);
  }
});
