import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, type Database, openDatabase } from "~/platform/database.server";
import { actRow, recordAct } from "~/services/case-record.server";
import { type Act, verifyChain } from "~crypto/acts";
import { type Facts, openActs, PUBLISHED_LIMITS, restore, SATURDAY_SUNDAY, step } from "~workflows";
import { sealReport, sendReport } from "../../../prisma/seed/report";
import { startBenchOffice } from "../office";
import { type Line, median } from "../table";

const ACTS = 400;
const LINKS = 100_000;

/** T14 and T16: what the procedure and the chain of acts cost beside the transaction that keeps them, in one process. */
export async function benchProcedure(): Promise<Line[]> {
  const { server, office } = await startBenchOffice();
  const sealed = await sealReport(office, { kind: "tip", answers: { summary: "x" } });
  await sendReport(office, sealed);
  await server.stop({ keepData: true });
  const { dataFolder } = server;
  const db = await openDatabase(
    readConfig({ NODE_ENV: "production", OMBRA_ROOT: process.cwd(), DATA_DIR: dataFolder }),
  );
  try {
    const people = office.people.map(({ id, roles }) => ({ person: id, roles }));
    return [...(await benchActs(db, sealed.case, people)), ...(await benchChain()), await durability(db)];
  } finally {
    await closeDatabase();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function benchActs(db: Database, caseId: string, people: Facts["directory"]): Promise<Line[]> {
  const found = await db.case.findUniqueOrThrow({ where: { id: caseId } });
  const { id: compartmentId } = await db.compartment.findFirstOrThrow({ where: { caseId } });
  let last = await db.act.findFirstOrThrow({ where: { caseId }, orderBy: { seq: "desc" } });
  let { version, snapshot: stored } = found;
  const digest = "ab".repeat(32);
  const facts = {
    day: found.createdDay,
    items: [{ digest, kind: "message", compartment: "correspondence", signedBy: null, recipients: 2 }],
    directory: people,
    access: people.map(({ person }) => person),
    validRecipientKeys: people.length,
    custodians: [],
    limits: PUBLISHED_LIMITS,
    holidays: [],
    weekend: SATURDAY_SUNDAY,
    staleKeys: false,
    lead: null,
    published: null,
    bindsTexts: true,
  } satisfies Facts;
  const times: Record<"step" | "link" | "open" | "all", number[]> = { step: [], link: [], open: [], all: [] };
  const timed = <T>(name: keyof typeof times, work: () => T): T => {
    const start = performance.now();
    const result = work();
    times[name].push(performance.now() - start);
    return result;
  };
  for (let nth = 1; nth <= ACTS; nth++) {
    const start = performance.now();
    const event = { type: "reporter.message", actor: "reporter", role: "reporter", codes: {}, facts } as const;
    const { snapshot, state, effects } = timed("step", () => step(restore(JSON.parse(stored)), event));
    const act: Act = {
      v: 1,
      case: caseId,
      seq: last.seq + 1,
      event: event.type,
      codes: {},
      itemDigests: [digest],
      prevAct: last.digest,
      day: found.createdDay,
      actor: "reporter",
      role: "reporter",
    };
    // recordAct makes the same row again inside the transaction: counted here, and there as part of the whole.
    const row = timed("link", () => actRow(act, null));
    const item = { id: act.prevAct.slice(0, 32), compartmentId, seq: nth, kind: "message", author: "reporter" };
    const items = [{ ...item, armored: "x".repeat(23_000) }];
    await db.$transaction((tx) => recordAct(tx, version, act, null, { snapshot, state, effects }, items));
    times.all.push(performance.now() - start);
    timed("open", () => openActs(snapshot, { person: people[0]?.person ?? "", roles: ["intake"] }, facts));
    stored = JSON.stringify(snapshot);
    version++;
    last = { ...last, ...row };
  }
  const [stepMs, linkMs, allMs] = [median(times.step), median(times.link), median(times.all)];
  const set = { target: "T14", better: "less", unit: "ms" } as const;
  return [
    {
      ...set,
      what: "step and link of one act",
      measured: stepMs + linkMs,
      limit: allMs * 0.1,
      against: `10 % of the transaction's ${allMs.toFixed(2)} ms`,
    },
    { ...set, what: "one step of the procedure", measured: stepMs, limit: 0.5, against: "set" },
    { ...set, what: "the list of open acts", measured: median(times.open), limit: 2, against: "set" },
  ];
}

/** The chain alone, without signatures: as the desk checks it (WebCrypto), and with Node's own hash. */
async function benchChain(): Promise<Line[]> {
  const acts: { act: Act; signature: null; text: string; digest: string }[] = [];
  let prevAct = "";
  for (let seq = 0; seq < LINKS; seq++) {
    const day = "2026-11-23";
    const one = {
      v: 1,
      case: "ab".repeat(16),
      seq,
      event: "reporter.message",
      codes: {},
      itemDigests: [prevAct],
    } as const;
    const act: Act = { ...one, itemDigests: [...one.itemDigests], prevAct, day, actor: "reporter", role: "reporter" };
    const { text, digest } = actRow(act, null);
    acts.push({ act, signature: null, text, digest });
    prevAct = digest;
  }
  const node = rate(() => {
    let before = "";
    for (const { text } of acts) {
      if ((JSON.parse(text) as Act).prevAct !== before) throw new Error("The chain is broken.");
      before = createHash("sha256").update(text).digest("hex");
    }
  });
  const start = performance.now();
  await verifyChain(acts, () => null);
  const browser = LINKS / ((performance.now() - start) / 1000);
  const set = { target: "T14", better: "more", unit: "/s", limit: 100_000, against: "set" } as const;
  return [
    { ...set, what: "links checked, Node's hash", measured: node },
    {
      target: "T14",
      text: `verifyChain, as the desk runs it on WebCrypto, checks ${Math.round(browser / 1000)}k links/s without signatures.`,
    },
  ];
}

function rate(work: () => void): number {
  const start = performance.now();
  work();
  return LINKS / ((performance.now() - start) / 1000);
}

async function durability(db: Database): Promise<Line> {
  const [mode] = await db.$queryRawUnsafe<{ journal_mode: string }[]>("PRAGMA journal_mode");
  const [sync] = await db.$queryRawUnsafe<{ synchronous: bigint }[]>("PRAGMA synchronous");
  const isSynced = mode?.journal_mode === "wal" && Number(sync?.synchronous) === 2;
  const figure = { target: "T16", better: "more", unit: "", limit: 1, against: "set" } as const;
  return { ...figure, what: "SQLite opened with WAL and full sync", measured: isSynced ? 1 : 0 };
}
