import { connect, createServer, type Socket } from "node:net";

/**
 * A line to the server that bears so many bytes a second upwards, and breaks after so much time or so many bytes, whatever
 * is on its way. Bytes do not depend on how fast the machine is.
 */
export interface CuttingLine {
  base: string;
  /** How often it has broken while something was on it. */
  cuts(): number;
  /** From now on it breaks. */
  begin(): void;
  stop(): Promise<void>;
}

type Line = { everyMs?: number; everyBytes?: number; bytesPerSecond: number };

/** Listens on a free port and passes bytes on to `target`, unchanged, until the next cut. */
export async function startCuttingLine(
  target: string,
  { everyMs = 0, everyBytes = Number.POSITIVE_INFINITY, bytesPerSecond }: Line,
): Promise<CuttingLine> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let [cuts, passed, isBad] = [0, 0, false];
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    keep(near);
    keep(far);
    far.pipe(near);
    near.on("data", (chunk: Buffer) => {
      far.write(chunk);
      passed += isBad ? chunk.length : 0;
      if (passed > everyBytes) return cut();
      near.pause();
      setTimeout(() => near.resume(), (chunk.length / bytesPerSecond) * 1000);
    });
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  const cut = () => {
    if (sockets.size > 0) cuts += 1;
    passed = 0;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  let timer: ReturnType<typeof setInterval> | null = null;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    base: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    cuts: () => cuts,
    begin: () => {
      isBad = true;
      if (everyMs > 0) timer ??= setInterval(cut, everyMs);
    },
    stop: () =>
      new Promise((resolve) => {
        if (timer) clearInterval(timer);
        cut();
        server.close(() => resolve());
      }),
  };
}
