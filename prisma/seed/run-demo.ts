import { type ChildProcess, spawn } from "node:child_process";
import { readConfig } from "~/platform/config.server";
import { DEMO_DAYS, DEMO_PASSPHRASE, DEMO_PEOPLE, foundDemoOffice, playDay } from "./demo";
import type { SeedOffice } from "./people";

/**
 * Fills a fresh data folder with the demonstration: the real server is started on each day of the stories in turn, and
 * every report and act goes through its machine interface, truly sealed and signed.
 */
const config = readConfig();
const cases = new Map<string, string>();
let office: SeedOffice | null = null;

for (const daysAgo of DEMO_DAYS) {
  const server = await start(-daysAgo);
  const now = () => new Date(Date.now() - daysAgo * 86_400_000);
  if (office) {
    office.base = server.base;
    for (const person of office.people) person.client.base = server.base;
    office.now = now;
  } else {
    console.info("Founding the invented office and making its keys …");
    office = await foundDemoOffice(server.base, server.setupToken, now);
  }
  console.info(daysAgo === 0 ? "Today …" : `${daysAgo} days ago …`);
  await playDay(office, daysAgo, cases, (line) => console.info(line));
  await server.stop();
}

console.info(`\nSign in at /desk with one of these names. The passphrase is the same for all: ${DEMO_PASSPHRASE}`);
for (const { name, displayName, roles } of DEMO_PEOPLE)
  console.info(`  ${name.padEnd(8)} ${displayName} (${roles.join(", ")})`);

async function start(dayOffset: number) {
  const env = {
    ...process.env,
    OMBRA_DEMONSTRATION: "1",
    OMBRA_DAY_OFFSET: String(dayOffset),
    PORT: "0",
    HOST: "127.0.0.1",
  };
  const child: ChildProcess = spawn(process.execPath, ["build/process/main.js"], {
    cwd: config.root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (data) => {
      output += data;
      if (output.includes("Ombra ready on")) resolve();
    });
    child.on("exit", () => reject(new Error(`The server did not start: ${output}`)));
  });
  return {
    base: /Ombra ready on (\S+)/.exec(output)?.[1] ?? "",
    setupToken: /\/setup\/(\S+)/.exec(output)?.[1] ?? "",
    stop: () =>
      new Promise<void>((resolve) => {
        child.on("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
