import { Agent, request } from "node:http";
import { percentile } from "./table";

/** What a burst of requests came to. Times in milliseconds. */
export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  answers: { status: number; body: string }[];
}

/**
 * Posts one body after the other, a fixed number of them at any time, until all are answered or time is up.
 * A request that gets no answer counts with status 0.
 */
export async function drive(options: {
  base: string;
  path: string;
  concurrency: number;
  bodies: Iterable<Buffer>;
  seconds?: number;
}): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.concurrency });
  const { hostname, port } = new URL(options.base);
  const times: number[] = [];
  const answers: Load["answers"] = [];
  const bodies = options.bodies[Symbol.iterator]();
  const start = performance.now();
  const end = start + (options.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const one = async () => {
    while (performance.now() < end) {
      const next = bodies.next();
      if (next.done) return;
      const sent = performance.now();
      answers.push(await post({ agent, hostname, port, path: options.path, body: next.value }));
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, one));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { perSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99), answers };
}

function post(to: { agent: Agent; hostname: string; port: string; path: string; body: Buffer }) {
  return new Promise<{ status: number; body: string }>((resolve) => {
    const { body, ...options } = to;
    const headers = { "Content-Type": "application/json", "Content-Length": body.length };
    const sending = request({ ...options, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (data) => (text += data));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on("error", ({ message }) => resolve({ status: 0, body: message }));
    });
    sending.on("error", ({ message }) => resolve({ status: 0, body: message }));
    sending.end(body);
  });
}
