import { RefusedError } from "../../prisma/seed/http";

/** Waits for a refusal with this status; throws for any other end. */
export async function refused(status: number, call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RefusedError) || error.status !== status) {
    throw new Error(`Expected ${status}, got ${error instanceof Error ? error.message : "an answer"}.`);
  }
}
