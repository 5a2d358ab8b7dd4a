import { rmSync } from "node:fs";
import { expect } from "vitest";
import type { readCase } from "~/services/read-case.server";
import { addDays, type Day } from "~workflows";
import { type PlannedAct, perform } from "../../../prisma/seed/acts";
import { DEMO_DAYS, foundDemoOffice, playDay } from "../../../prisma/seed/demo";
import type { StoryAct } from "../../../prisma/seed/demo-stories";
import type { SeedOffice, SeedPerson } from "../../../prisma/seed/people";
import { type SentReport, type Story, sealReport, sendReport } from "../../../prisma/seed/report";
import type { CaseContext } from "../../../workflows/context";
import { openFile } from "../../faults/support/rows";
import { named, openMailbox, writeAsReporter } from "../../support/office";
import { startServer, type TestServer } from "../../support/server";
import { momentAt, offsetTo, prolongSessions, STORY_DAY, swept } from "./clock";
import { copyOfOffice } from "./story-office";

export type CaseFile = Awaited<ReturnType<typeof readCase>>;

/** An office in a story: a real server, real keys, and a clock that can be set forward. */
export class World {
  office: SeedOffice;
  server: TestServer;
  day: Day = STORY_DAY;
  #env: Record<string, string>;
  #offset: number;
  /** Further processes on the same data. */
  #others: TestServer[] = [];

  constructor(office: SeedOffice, server: TestServer, env: Record<string, string>, offset: number) {
    this.office = office;
    this.server = server;
    this.#env = env;
    this.#offset = offset;
    this.#moveIn();
  }

  who(name: string): SeedPerson {
    return named(this.office, name);
  }

  /** Seals a report to Tara and Tom, or to whom the story says, and sends it. */
  async report(story: Story, to = ["tara", "tom"]): Promise<SentReport> {
    const people = to.map((name) => this.who(name));
    return sendReport(this.office, await sealReport(this.office, story, people));
  }

  act(name: string, { case: caseId }: { case: string }, plan: PlannedAct) {
    return perform(this.office, this.who(name), caseId, plan);
  }

  /** Plays acts one after the other; gives the state after the last. */
  async play(report: { case: string }, acts: readonly StoryAct[]): Promise<string> {
    let state = "";
    for (const { by, grantTo, ...plan } of acts)
      ({ state } = await this.act(by, report, { ...plan, ...(grantTo && { grant: this.who(grantTo) }) }));
    return state;
  }

  write(report: SentReport, event: string, text: string | null = null, codes: object = {}) {
    return writeAsReporter(this.office, report, event, text, codes);
  }

  file(name: string, { case: caseId }: { case: string }): Promise<CaseFile> {
    return this.who(name).client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
  }

  async queue(name: string) {
    return this.who(name).client.call<{
      rows: { case: string; state: string; dueDay: Day }[];
      counts: Record<string, number>;
    }>("GET", "/api/v1/cases");
  }

  box(report: SentReport) {
    return openMailbox(this.office, report);
  }

  /** What the procedure remembers of a case, as a person on it reads it. */
  async remembered(name: string, report: { case: string }): Promise<CaseContext> {
    return (await this.file(name, report)).snapshot.context;
  }

  /** Rows of the office's database, read beside the running server. */
  rows<Row>(sql: string, ...values: (string | number)[]): Row[] {
    const file = openFile(this.server.dataFolder, { readOnly: true });
    try {
      return file.prepare(sql).all(...values) as Row[];
    } finally {
      file.close();
    }
  }

  /** The acts of a case, from the chain. */
  acts({ case: caseId }: { case: string }) {
    const sql = "SELECT seq, event, actor, day, text FROM Act WHERE caseId = ? ORDER BY seq";
    return this.rows<{ seq: number; event: string; actor: string; day: Day; text: string }>(sql, caseId).map(
      ({ text, ...act }) => ({ ...act, codes: (JSON.parse(text) as { codes: Record<string, unknown> }).codes }),
    );
  }

  counter(id: string): number {
    return this.rows<{ value: number }>("SELECT value FROM Counter WHERE id = ?", id)[0]?.value ?? 0;
  }

  /** Stops the server, sets its clock, starts it on the same data, and waits until its sweep is through. */
  async travelTo(day: Day, hour?: number, processes = 1): Promise<void> {
    const { dataFolder } = this.server;
    await this.#stopAll();
    prolongSessions(dataFolder);
    this.#offset = offsetTo(day, hour);
    this.day = day;
    const starts = Array.from({ length: processes }, () => startWith(dataFolder, this.#env, this.#offset));
    const [server, ...others] = await Promise.all(starts);
    this.server = server as TestServer;
    this.#others = others;
    this.#moveIn();
    await swept(dataFolder, day);
  }

  async stop(): Promise<void> {
    await this.#stopAll();
    rmSync(this.server.dataFolder, { recursive: true, force: true });
  }

  async #stopAll() {
    for (const server of [this.server, ...this.#others]) await server.stop({ keepData: true });
  }

  #moveIn() {
    const offset = this.#offset;
    this.office.base = this.server.base;
    this.office.now = () => momentAt(offset);
    for (const person of this.office.people) person.client.base = this.server.base;
  }
}

function startWith(dataFolder: string, env: Record<string, string>, offset: number) {
  return startServer({ dataFolder, env: { ...env, OMBRA_DAY_OFFSET: String(offset) } });
}

/** Opens an office for one story. */
export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const { dataFolder, office } = await copyOfOffice();
  const offset = offsetTo(STORY_DAY);
  return new World(office, await startWith(dataFolder, env, offset), env, offset);
}

/** Opens the demonstration as `npm run demo` makes it: the invented office, its cases, and today. */
export async function openDemonstration(env: Record<string, string> = {}, onOpen = async (_world: World) => {}) {
  const [first = 0, ...days] = DEMO_DAYS;
  const offset = offsetTo(addDays(STORY_DAY, -first));
  const server = await startServer({ env: { ...env, OMBRA_DAY_OFFSET: String(offset) } });
  const office = await foundDemoOffice(server.base, server.setupToken, () => momentAt(offset));
  const world = new World(office, server, env, offset);
  await onOpen(world);
  const cases = new Map<string, string>();
  await playDay(office, first, cases, () => undefined);
  for (const daysAgo of days) {
    await world.travelTo(addDays(STORY_DAY, -daysAgo));
    await playDay(office, daysAgo, cases, () => undefined);
  }
  return { world, cases: [...cases.values()] };
}

/** The answer to an act that the procedure refuses, by the rule that it names. */
export function refusedBy(rule: string) {
  return { problem: expect.objectContaining({ rule }) };
}
