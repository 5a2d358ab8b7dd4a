import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomId } from "~crypto/bytes";
import { addDays, addWorkingDays } from "~workflows/days";
import { Client } from "../../prisma/seed/http";
import type { SeedPerson } from "../../prisma/seed/people";
import { openWorld, type World } from "../stories/support/world";
import { enter, openText, type SealedQuestion, sealMessage, sealQuestion, type Thread } from "./support";

const QUESTION = "Would the vermilion ledger be something for you?";
const ANSWER = "It would, and here is how to keep yourself safe.";
let world: World;
let stranger: Client;
let tara: SeedPerson;
let asked: SealedQuestion;

beforeAll(async () => {
  world = await openWorld();
  stranger = new Client(world.office.base);
  tara = world.who("tara");
  asked = await sealQuestion(world.office, QUESTION, [tara]);
});
afterAll(() => world?.stop());

const ask = (body: unknown) =>
  new Client(world.office.base).call<{ day: string; dueDay: string; deleteDay: string }>(
    "POST",
    "/api/v1/questions",
    body,
  );
const desk = (person: SeedPerson, question = asked.question) =>
  person.client.call<Thread & { wrap: string }>("GET", `/api/v1/questions/desk/${question}`);
const count = (table: string) => world.rows<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)[0]?.n ?? -1;

test("a question opens no case: it has no number, no clock of the law, and nothing counts it", async () => {
  const before = ["Case", "Act", "Due", "Counter", "Access"].map(count);
  const arrival = await ask(asked.body);
  expect(arrival).toEqual({
    day: world.day,
    dueDay: addWorkingDays(world.day, 10),
    deleteDay: addDays(world.day, 90),
  });
  expect(["Case", "Act", "Due", "Counter", "Access"].map(count)).toEqual(before);
  expect((await world.queue("tara")).rows).toEqual([]);
  expect(await (await fetch(`${world.office.base}/statistics`)).text()).not.toContain(asked.question);
});

test("sent again it is the same question; another one under its id is refused", async () => {
  await ask(asked.body);
  expect(count("Question")).toBe(1);
  const other = await sealQuestion(world.office, "Another one.", [tara]);
  const body = { ...other.body, question: asked.question };
  await expect(ask(body)).rejects.toMatchObject({ status: 409 });
});

test("only those to whom it was sealed can see that it exists", async () => {
  expect((await desk(tara)).messages).toHaveLength(1);
  for (const other of ["tom", "olga", "ada"].map((name) => world.who(name))) {
    await expect(desk(other)).rejects.toMatchObject({ status: 404 });
    expect(
      await (
        await fetch(`${world.office.base}/desk/questions`, {
          headers: { Cookie: other.client.cookie },
        })
      ).text(),
    ).not.toContain(asked.question);
  }
  await expect(stranger.call("GET", `/api/v1/questions/desk/${asked.question}`)).rejects.toMatchObject({ status: 401 });
  await expect(desk(tara, randomId())).rejects.toMatchObject({ status: 404 });
});

test("what is not sealed to this office's intake officers is refused, and nothing of it is stored", async () => {
  const wrong = await sealQuestion(world.office, "Sealed wrongly.", [world.who("ines")]);
  await expect(ask(wrong.body)).rejects.toMatchObject({ status: 400, problem: { rule: "notSealed" } });
  const plain = { ...asked.body, question: randomId() };
  for (const body of [
    { ...plain, message: "in the clear" },
    { ...plain, wraps: [] },
    { ...plain, wraps: [...asked.body.wraps, ...asked.body.wraps] },
    { ...plain, message: (await sealQuestion(world.office, "For another key.", [tara])).body.message },
    { ...plain, text: QUESTION },
    { v: 1 },
  ])
    await expect(ask(body)).rejects.toMatchObject({ status: 400 });
  expect(count("Question")).toBe(1);
});

test("the twelve words open the thread, and its token opens no case, not even one of the same id", async () => {
  const box = await enter(world.office, asked);
  expect(box.opens).toBe("question");
  const thread = await box.read();
  expect(await openText(asked, thread.messages[0] as Thread["messages"][number])).toBe(QUESTION);
  await expect(box.client.call("GET", "/api/v1/mailbox", undefined, box.headers)).rejects.toMatchObject({
    status: 401,
  });

  const report = await world.report({ kind: "tip", answers: { summary: "A report." } });
  const thief = await sealQuestion(world.office, "Let me in.", [tara]);
  await ask({ ...thief.body, question: report.case });
  const { client, headers } = await enter(world.office, thief);
  await expect(client.call("GET", "/api/v1/mailbox", undefined, headers)).rejects.toMatchObject({ status: 401 });
});

test("a wrong receipt and one that never existed look the same for a question too", async () => {
  const { locator } = asked.secrets;
  const session = async (body: object) =>
    (
      await fetch(`${world.office.base}/api/v1/mailbox/session`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      })
    ).text();
  const never = await session({ locator: randomId() + randomId(), auth: randomId() + randomId() });
  expect(await session({ locator, auth: randomId() + randomId() })).toBe(never);
});

test("an officer answers, signed; nothing is due any more, and the thread has its last day", async () => {
  const record = await desk(tara);
  const last = record.messages.at(-1);
  const message = { question: asked.question, kind: "answer" as const, seq: 1, prev: last?.digest ?? "", text: ANSWER };
  const { armored } = await sealMessage(message, record, world.office.now(), tara.keys.privateKey);
  const body = { v: 1, id: randomId(), seq: 1, armored };
  const send = (by: SeedPerson, what: object) =>
    by.client.call("POST", `/api/v1/questions/desk/${asked.question}`, what);
  await expect(send(world.who("tom"), body)).rejects.toMatchObject({ status: 404 });
  await expect(send(tara, { ...body, seq: 5 })).rejects.toMatchObject({ status: 409 });
  await send(tara, body);
  await send(tara, body);
  await expect(send(tara, { ...body, id: randomId() })).rejects.toMatchObject({ status: 409 });
  const thread = await (await enter(world.office, asked)).read();
  expect(thread.messages).toHaveLength(2);
  expect(thread).toMatchObject({ dueDay: null, deleteDay: addDays(world.day, 30) });
  expect(await openText(asked, thread.messages[1] as Thread["messages"][number], tara)).toBe(ANSWER);
});

test("asking on makes a new answer due, and a second message before it does not put that off", async () => {
  const box = await enter(world.office, asked);
  const say = async (seq: number) => {
    const { messages } = await box.read();
    const prev = messages.at(-1)?.digest ?? "";
    const { armored } = await sealMessage(
      { question: asked.question, kind: "question", seq, prev, text: "And then?" },
      asked.key,
      world.office.now(),
    );
    await box.write({ v: 1, id: randomId(), seq, armored });
  };
  await say(2);
  const { dueDay } = await box.read();
  expect(dueDay).toBe(addWorkingDays(world.day, 10));
  await world.travelTo(addDays(world.day, 3));
  const later = await enter(world.office, asked);
  expect((await later.read()).dueDay).toBe(dueDay);
});

test("the server never holds a word of it", () => {
  for (const name of ["ombra.db", "ombra.db-wal"]) {
    const stored = readFileSync(join(world.server.dataFolder, name), "latin1");
    for (const text of [QUESTION, ANSWER, asked.words.join(" ")]) expect(stored).not.toContain(text);
  }
});

test("its asker can end it at once: the words open nothing any more, and not a row stays", async () => {
  const gone = await sealQuestion(world.office, "To be destroyed.", [tara]);
  await ask(gone.body);
  const box = await enter(world.office, gone);
  await box.end();
  await expect(box.read()).rejects.toMatchObject({ status: 404 });
  await expect(enter(world.office, gone)).rejects.toMatchObject({ status: 404 });
  for (const table of ["QuestionWrap", "QuestionMessage"]) {
    expect(world.rows(`SELECT * FROM "${table}" WHERE questionId = ?`, gone.question)).toEqual([]);
  }
  const file = readFileSync(join(world.server.dataFolder, "ombra.db"), "latin1");
  expect(file).not.toContain(gone.question);
});

test("a thread is deleted by itself when its day is over, and not before; an unanswered one is shown as late till then", async () => {
  const { deleteDay } = await (await enter(world.office, asked)).read();
  await world.travelTo(deleteDay);
  expect((await (await enter(world.office, asked)).read()).dueDay).not.toBeNull();
  await world.travelTo(addDays(deleteDay, 1));
  await expect
    .poll(() => world.rows('SELECT id FROM "Question" WHERE id = ?', asked.question), { timeout: 10_000 })
    .toEqual([]);
  await expect(enter(world.office, asked)).rejects.toMatchObject({ status: 404 });
});
