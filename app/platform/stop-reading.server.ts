import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { giveBack } from "./give-back.server";

/** How long whoever is still sending may take to see the answer before the line is cut (in milliseconds). */
const PATIENCE_MS = 2000;

/**
 * Overwrites what was read from a connection once the parser has its own copy. Node would otherwise keep the last 64 KiB
 * of any request in a buffer that it uses again, for as long as nothing longer comes.
 */
export function forgetWhatWasRead(server: Server): void {
  server.on("connection", (socket: Socket) => {
    socket.on("data", (chunk: Buffer) => giveBack(chunk.fill(0)));
  });
}

/**
 * Takes nothing more of a request that is refused while it is still being sent: what one read brings along is overwritten
 * as it comes, and there is no other. The answer leaves first, and the line is cut some seconds later: cut at once, many
 * clients would not see the answer.
 */
export function stopReading(request: IncomingMessage): void {
  const { socket } = request;
  request._read = () => {};
  socket._read = () => {};
  socket.pause();
  for (let left: Buffer | null = request.read(); left; left = request.read()) left.fill(0);
  const push = socket.push.bind(socket);
  // Answering "no" tells the connection to read no further.
  socket.push = (chunk: Buffer | null) => (chunk === null ? push(null) : chunk.fill(0) && false);
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), PATIENCE_MS).unref();
  };
}
