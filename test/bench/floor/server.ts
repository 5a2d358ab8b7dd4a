import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { createRequestHandler } from "@remix-run/express";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import express from "express";
import { PrismaClient } from "~/platform/generated/sqlite/client";
import { migrate } from "../../../prisma/migrate";

/**
 * The floor: the least that a Remix and Prisma program must do to take a report in and be sure that it is on disk.
 * One route, three rows in one transaction, WAL with full sync. It checks nothing, chains nothing and knows no procedure.
 */
const folder = process.env.DATA_DIR ?? "";
mkdirSync(folder, { recursive: true });
const adapter = new PrismaBetterSqlite3({ url: `file:${folder}/floor.db` });
await migrate(process.cwd(), "sqlite", adapter);
const database = new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
for (const pragma of ["journal_mode=WAL", "synchronous=FULL"]) await database.$queryRawUnsafe(`PRAGMA ${pragma}`);

interface Report {
  case: string;
  receipt: { locatorHash: string };
  compartments: { publicKey: string; fingerprint: string }[];
  items: { armored: string }[];
}

async function action({ request }: ActionFunctionArgs) {
  const report = (await request.json()) as Report;
  const { case: id } = report;
  const day = new Date().toISOString().slice(0, 10);
  const text = { snapshot: "", machineVersion: "1", submissionDigest: "" };
  const codes = { kind: "tip", channel: "browser", state: "submitted", version: 1, createdDay: day };
  await database.$transaction(async (tx) => {
    await tx.case.create({ data: { id, reference: id, ...text, ...codes } });
    const { publicKey = "", fingerprint = "" } = report.compartments[0] ?? {};
    const compartment = { type: "correspondence", epoch: 1, publicKey, fingerprint };
    await tx.compartment.create({ data: { id, caseId: id, ...compartment } });
    const item = { seq: 0, kind: "report", author: "reporter", armored: report.items[0]?.armored ?? "" };
    await tx.item.create({ data: { id, caseId: id, compartmentId: id, ...item, digest: "", sizeBucket: 1, day } });
  });
  return Response.json({ case: id }, { status: 201 });
}

/** The build that Remix's compiler would make of one resource route. */
const route = { id: "intake", path: "intake" };
const browserSide = { hasAction: true, hasLoader: false, hasErrorBoundary: false, module: "" };
const build = {
  mode: "production",
  publicPath: "/",
  assetsBuildDirectory: "",
  isSpaMode: false,
  basename: "/",
  future: { v3_singleFetch: true, v3_throwAbortReason: true },
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: { intake: { ...route, module: { action } } },
  assets: {
    url: "",
    version: "",
    entry: { module: "", imports: [] },
    routes: { intake: { ...route, ...browserSide } },
  },
} as unknown as ServerBuild;

const app = express();
app.disable("x-powered-by");
app.all("*", createRequestHandler({ build, mode: "production" }));
const server = createServer(app);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.info(`Ombra ready on http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
process.on("SIGTERM", () => process.exit(0));
