import { createServer, request } from "node:http";

/** A wire between browser and server that keeps every byte as the server receives it. */
export interface Wire {
  base: string;
  /** All requests so far: line, headers and body. */
  received(): Buffer;
  /** Requests wait from now on: the other end is being started anew. */
  hold(): void;
  /** The other end is this server now, and what waited goes on. */
  pointTo(target: string): void;
  close(): Promise<void>;
}

/** Listens on a free port and passes everything on to `target`, unchanged. */
export async function tapWire(target: string): Promise<Wire> {
  let to = new URL(target);
  const kept: Buffer[] = [];
  let ready = Promise.resolve();
  let goOn = () => {};
  const server = createServer(async (incoming, outgoing) => {
    await ready;
    kept.push(Buffer.from(`${incoming.method} ${incoming.url}\n${incoming.rawHeaders.join("\n")}\n`));
    const onward = request(
      { hostname: to.hostname, port: to.port, method: incoming.method, path: incoming.url, headers: incoming.headers },
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
    hold: () => {
      ready = new Promise((resolve) => {
        goOn = resolve;
      });
    },
    pointTo: (next) => {
      to = new URL(next);
      goOn();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
