import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PlannedAct, perform } from "../../prisma/seed/acts";
import { Client, RefusedError } from "../../prisma/seed/http";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { sendReport } from "../../prisma/seed/report";
import { foundTestOffice, named } from "../support/office";
import { postgresPrograms, startPostgres, type TestPostgres } from "../support/postgres";
import { startServer, type TestServer } from "../support/server";
import { type CaseFile, requireSoundChain, type SealedReport, SMALL_TEAM, sealReports } from "./support/office";

/** Holds back every signed act until all have been made on the same reading of the case. */
class Gate {
  #open = () => {};
  readonly #opened = new Promise<void>((resolve) => {
    this.#open = resolve;
  });
  #waiting = 0;
  readonly expected: number;
  constructor(expected: number) {
    this.expected = expected;
  }
  pass(): Promise<void> {
    if (++this.#waiting === this.expected) this.#open();
    return this.#opened;
  }
}

class HeldClient extends Client {
  readonly gate: Gate;
  constructor(like: Client, gate: Gate) {
    super(like.base);
    this.cookie = like.cookie;
    this.gate = gate;
  }
  override async call<T>(...[method, ...rest]: Parameters<Client["call"]>): Promise<T> {
    if (method === "POST") await this.gate.pass();
    return super.call<T>(method, ...rest);
  }
}

describe.each(["sqlite", "postgresql"])("on %s", (kind) => {
  const absent = kind === "postgresql" && !postgresPrograms();
  let postgres: TestPostgres | null = null;
  let server: TestServer;
  let office: SeedOffice;
  let reports: SealedReport[];

  beforeAll(async () => {
    if (absent) return;
    if (kind === "postgresql") postgres = await startPostgres();
    const env: Record<string, string> = postgres ? { DATABASE_URL: await postgres.createDatabase("ombra") } : {};
    server = await startServer({ env });
    office = await foundTestOffice(server, SMALL_TEAM);
    reports = await sealReports(office, 3);
    for (const report of reports) await sendReport(office, report);
  });
  afterAll(async () => {
    await server?.stop();
    await postgres?.stop();
  });

  /** All of them read the case, then all of them act: the answers, in the order of the plans. */
  async function actAtOnce(caseId: string, plans: [SeedPerson, PlannedAct][]) {
    const gate = new Gate(plans.length);
    const acts = plans.map(([me, plan]) =>
      perform(office, { ...me, client: new HeldClient(me.client, gate) }, caseId, plan).then(
        () => ({ status: 200, rule: null }),
        (error: unknown) => {
          if (!(error instanceof RefusedError)) throw error;
          return { status: error.status, rule: error.problem.rule };
        },
      ),
    );
    return Promise.all(acts);
  }

  /** One of them got through and the others were told why not; the case shows one act more, in an unbroken chain. */
  async function expectOneWinner(caseId: string, plans: [SeedPerson, PlannedAct][]) {
    const tara = named(office, "tara");
    const before = await tara.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
    const answers = await actAtOnce(caseId, plans);
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(refused).toEqual(Array(plans.length - 1).fill({ status: 409, rule: "actedFirst" }));
    const after = await tara.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
    expect([after.acts.length, after.version]).toEqual([before.acts.length + 1, before.version + 1]);
    await requireSoundChain(office, after);
    return after;
  }

  test.skipIf(absent)("of two people who act on a case at once one gets through, and the other is told", async () => {
    const id = reports[0]?.case ?? "";
    const both = [named(office, "tara"), named(office, "tom")];
    await expectOneWinner(
      id,
      both.map((me) => [me, { event: "conflict.declareNone" }]),
    );
  });

  test.skipIf(absent)("of twenty notes at once, each with its own new key, one is kept", async () => {
    const id = reports[1]?.case ?? "";
    const both = [named(office, "tara"), named(office, "tom")] as const;
    for (const me of both) await perform(office, me, id, { event: "conflict.declareNone" });
    const plans = Array.from({ length: 20 }, (_, nth): [SeedPerson, PlannedAct] => [
      both[nth % 2 === 0 ? 0 : 1],
      { event: "case.note", note: `Note ${nth}.` },
    ]);
    const first = await expectOneWinner(id, plans);
    expect(first.compartments.filter((compartment) => compartment.type === "deliberation")).toHaveLength(1);
    const second = await expectOneWinner(id, plans);
    expect(second.items.filter((item) => item.kind === "note").map((item) => item.seq)).toEqual([0, 1]);
  });
});
