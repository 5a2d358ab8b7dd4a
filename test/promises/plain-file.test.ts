import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLeaks } from "../browser/support/leaks";
import { countRows } from "../faults/support/rows";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const PLAIN = "the heliotrope crates went to the ministry. ";
const OTHER = "the gentian crates went elsewhere";
const NAME = "okapi-register.asc";
const SIZE = 8 * 1024 * 1024;
/** A connection is read 64 KiB at a time: the read that is judged and the one that is under way; what the process reads of its own files comes on top. */
const MOST_READ = 2 * 64 * 1024 + 32 * 1024;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "trace" } });
  await foundTestOffice(server);
});
afterAll(() => server?.stop());

const BOUNDARY = "----between";
const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileHead = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${NAME}"\r\nContent-Type: text/plain\r\n\r\n`;
const TEXT = PLAIN.repeat(SIZE / PLAIN.length);
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** How many bytes the process has read so far, from connections and files (Linux). */
const bytesRead = () => Number(/rchar: (\d+)/.exec(readFileSync(`/proc/${server.process.pid}/io`, "utf8"))?.[1]);

/** Sends a body as fast as it is taken, until the answer is there. */
async function send(path: string, type: string, body: string) {
  const { port } = new URL(server.base);
  const socket = connect(Number(port), "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
    if (answer.endsWith("\r\n0\r\n\r\n")) socket.destroy();
  });
  const closed = new Promise<void>((resolve) => socket.on("error", () => {}).on("close", () => resolve()));
  const before = bytesRead();
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${type}\r\n`;
  socket.write(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  await closed;
  return { answer, taken: bytesRead() - before };
}

test("a small plain file is refused in words, and the server takes the next request", async () => {
  const small = `${field("kind", "tip")}${fileHead}${PLAIN}\r\n--${BOUNDARY}--\r\n`;
  const form = { method: "POST", headers: { "Content-Type": MULTIPART }, body: small };
  const answer = await fetch(`${server.base}/report/armored`, form);
  expect([answer.status, (await answer.text()).includes("It is not sealed")]).toEqual([422, true]);
  expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
});

const WAYS: [string, string, string, string][] = [
  [
    "the form for a report",
    "/report/armored",
    MULTIPART,
    `${field("kind", "tip")}${field("message", "")}${fileHead}${TEXT}`,
  ],
  ["the form of the mailbox", "/mailbox/armored", MULTIPART, `${field("code", "A".repeat(26))}${fileHead}${TEXT}`],
  ["the box for a message", "/report/armored", MULTIPART, `${field("kind", "tip")}${field("message", TEXT)}`],
  ["a box that the form does not have", "/report/armored", MULTIPART, field("summary", TEXT)],
  [
    "the interface for further messages",
    "/api/v1/mailbox/armored/messages",
    MULTIPART,
    `${field("code", "A".repeat(26))}${field("message", TEXT)}`,
  ],
  ["the interface for programs", "/api/v1/reports?kind=tip", "application/pgp-encrypted", TEXT],
];

test.each(WAYS)("8 MiB of plain words sent by way of %s stop at the first bytes", async (_by, path, type, body) => {
  const rows = countRows(server.dataFolder);
  const { answer, taken } = await send(path, type, body);
  expect(answer).toMatch(/^HTTP\/1\.1 422 /);
  expect(answer).toMatch(/\r\nConnection: close\r\n/);
  expect(taken).toBeLessThan(MOST_READ);
  expect(countRows(server.dataFolder)).toEqual(rows);
});

test("nothing of all that, nor a file's name, is left in the server's memory, its log or its database", {
  timeout: 60_000,
}, async () => {
  // What is on its way to another address and not refused has to be found, so that finding nothing means something.
  const held = connect(Number(new URL(server.base).port), "127.0.0.1");
  held.write(
    `POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n"${OTHER}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(findLeaks(server, Buffer.alloc(0), [PLAIN, NAME, OTHER])).toEqual([`memory: ${OTHER}`]);
  held.destroy();
});
