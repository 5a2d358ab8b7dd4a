import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const VERSIONS = "/usr/lib/postgresql";
const USER = "ombra";

/** A real PostgreSQL of its own: one throw-away cluster, with every commit synced as in an office. */
export interface TestPostgres {
  /** Makes an empty database and gives its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Where PostgreSQL's programs stand, or null with no Debian package `postgresql` here. */
export function postgresPrograms(): string | null {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(VERSIONS, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  return found ?? null;
}

/** Makes and starts a cluster on a free port of 127.0.0.1. PostgreSQL refuses to run as root, so root steps down. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = postgresPrograms();
  if (!bin) throw new Error("PostgreSQL is not installed: apt-get install postgresql");
  const account = ordinaryAccount();
  // A path of its own, because a socket's path may have 107 bytes at most, and TMPDIR can be long.
  const folder = mkdtempSync("/tmp/ombra-pg-");
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const data = join(folder, "data");
  // Sorted as people do, not by bytes: what depends on the order of text must hold on such a database too.
  const init = [
    "-D",
    data,
    "-U",
    USER,
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale-provider=icu",
    "--icu-locale=en",
    "--locale=C.UTF-8",
    "--no-instructions",
  ];
  const made = spawnSync(join(bin, "initdb"), init, { ...account, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: "on",
    max_connections: "64",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...flags], {
    ...account,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = new Promise<void>((resolve) => server.on("exit", () => resolve()));
  const dropWithUs = () => void server.kill("SIGKILL");
  process.on("exit", dropWithUs);
  await ready(server);
  return {
    async createDatabase(name) {
      const made = spawnSync(join(bin, "createdb"), ["-h", "127.0.0.1", "-p", String(port), "-U", USER, name], {
        encoding: "utf8",
      });
      if (made.status !== 0) throw new Error(`createdb failed: ${made.stderr}`);
      return `postgresql://${USER}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown: it drops what is still connected.
      server.kill("SIGINT");
      await exited;
      process.off("exit", dropWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (data) => {
      said += data;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.on("exit", (code) => reject(new Error(`PostgreSQL stopped with ${code}: ${said}`)));
  });
}

function ordinaryAccount(): Pick<SpawnOptions, "uid" | "gid"> {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync("/etc/passwd", "utf8").split("\n");
  const entry = line.find((one) => one.startsWith("postgres:"))?.split(":");
  if (!entry) throw new Error("There is no account `postgres` to run PostgreSQL under.");
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** A port that is free right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
