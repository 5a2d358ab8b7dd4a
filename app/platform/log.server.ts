import pino from "pino";

/**
 * The process's log. There is no access log: no address, no user agent and no URL of a request is ever written.
 * An error is written as its class, its code and its own sentence; our error classes hold no content.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: () => `,"day":"${new Date().toISOString().slice(0, 10)}"`,
  serializers: {
    err: (error: unknown) =>
      error instanceof Error
        ? { type: error.name, code: (error as { code?: unknown }).code, at: firstOwnFrame(error) }
        : { type: typeof error },
  },
});

/** The first line of the stack that is ours: enough to find the fault, and free of any value. */
function firstOwnFrame(error: Error): string | undefined {
  return error.stack
    ?.split("\n")
    .find((line) => line.includes("at ") && !line.includes("node_modules"))
    ?.trim();
}
