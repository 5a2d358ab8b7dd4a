/** The clock is an argument everywhere else; here it is read. `OMBRA_DAY_OFFSET` lets a test stand on another day. */
export function now(): Date {
  return new Date(Date.now() + Number(process.env.OMBRA_DAY_OFFSET ?? "0") * 86_400_000);
}

/** Today in UTC, as "YYYY-MM-DD": the finest time that is kept about anything a reporter does. */
export function today(): string {
  return now().toISOString().slice(0, 10);
}
