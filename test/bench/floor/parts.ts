import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/**
 * The least that a server can do with a part of a file and call it kept: read it as it comes, hash it, write it, flush it.
 * Runs as a program of its own; its folder is the first argument.
 */
const folder = process.argv[2] ?? ".";
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://floor");
  const hash = createHash("sha256");
  const file = openSync(join(folder, url.pathname.replaceAll("/", "-")), "w");
  for await (const chunk of request) {
    hash.update(chunk as Buffer);
    writeSync(file, chunk as Buffer);
  }
  fsyncSync(file);
  closeSync(file);
  const isWhole = hash.digest("hex") === url.searchParams.get("sha256");
  response.writeHead(isWhole ? 200 : 400).end("{}");
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.info(`ready ${typeof address === "object" && address ? address.port : 0}`);
});
