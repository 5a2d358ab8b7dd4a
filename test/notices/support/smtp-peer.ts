import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** One message as it came off the wire. */
export interface Received {
  from: string;
  to: string[];
  raw: string;
  secure: boolean;
  greeting: string;
}

/**
 * How the peer treats what comes.
 *
 * Shape: "accept"; "later" and "refuse" at the recipient, "laterData" after the message; "drop" keeps the message and
 *        hangs up without a word; "hold" keeps it and never answers.
 */
export type Manner = "accept" | "later" | "refuse" | "laterData" | "drop" | "hold";

/** A real SMTP server on a port of its own. */
export interface SmtpPeer {
  port: number;
  url: string;
  received: Received[];
  manner: Manner;
  delayMs: number;
  /** Waits until so many messages have come. */
  until(count: number): Promise<void>;
  stop(): Promise<void>;
}

const REPLIES: Partial<Record<Manner, number>> = { later: 451, refuse: 550, laterData: 452 };

/** Starts a peer; with `tls` it speaks STARTTLS with that certificate. */
export async function startPeer(
  options: { port?: number; tls?: { key: string; cert: string }; auth?: string } = {},
): Promise<SmtpPeer> {
  const { tls, auth } = options;
  const settings: SMTPServerOptions = {
    ...(tls ?? {}),
    disabledCommands: [...(tls ? [] : ["STARTTLS"]), ...(auth ? [] : ["AUTH"])],
    authOptional: !auth,
    allowInsecureAuth: true,
    logger: false,
    // A TLS handshake that the other side breaks off is part of a test.
    closeTimeout: 200,
    onAuth: ({ username, password }, _session, done) =>
      `${username}:${password}` === auth ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo: (_address, _session, done) =>
      peer.manner === "later" || peer.manner === "refuse" ? done(refusal(REPLIES[peer.manner])) : done(),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        if (peer.manner === "laterData") return done(refusal(REPLIES.laterData));
        await new Promise((resolve) => setTimeout(resolve, peer.delayMs));
        peer.received.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("latin1"),
          secure: session.secure,
          greeting: String(session.hostNameAppearsAs),
        });
        if (peer.manner === "drop") for (const { _socket } of sockets()) _socket.destroy();
        else if (peer.manner !== "hold") done();
      });
    },
  };
  const server = new SMTPServer(settings);
  server.on("error", () => undefined);
  const sockets = () => [...server.connections] as unknown as { _socket: { destroy(): void } }[];
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const peer: SmtpPeer = {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    manner: "accept",
    delayMs: 0,
    async until(count) {
      while (peer.received.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return peer;
}

function refusal(responseCode = 550): Error {
  return Object.assign(new Error("Not now, not here"), { responseCode });
}
