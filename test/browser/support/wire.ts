import { createServer, request } from "node:http";

/** A wire between browser and server that keeps every byte as the server receives it. */
export interface Wire {
  base: string;
  /** All requests so far: line, headers and body. */
  received(): Buffer;
  close(): Promise<void>;
}

/** Listens on a free port and passes everything on to `target`, unchanged. */
export async function tapWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target);
  const kept: Buffer[] = [];
  const server = createServer((incoming, outgoing) => {
    kept.push(Buffer.from(`${incoming.method} ${incoming.url}\n${incoming.rawHeaders.join("\n")}\n`));
    const onward = request(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.on("data", (chunk: Buffer) => kept.push(chunk));
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    base: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    received: () => Buffer.concat(kept),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
