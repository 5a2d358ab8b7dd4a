/** The clock is an argument everywhere else; here it is read. `OMBRA_DAY_OFFSET` lets a test stand on another day. */
export function now(): Date {
  return new Date(Date.now() + Number(process.env.OMBRA_DAY_OFFSET ?? "0") * 86_400_000);
}

/** Today in UTC, as "YYYY-MM-DD". What happens in a case is dated by the office's own calendar instead. */
export function today(): string {
  return now().toISOString().slice(0, 10);
}
