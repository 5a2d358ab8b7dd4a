/** Days after which people and keys have probably changed. */
const OLD_DAYS = 180;

export type ClockFault = "behind" | "old" | null;

/**
 * What the computer's clock says about the keys in the page.
 *
 * Shape: "behind" when it stands before the keys were made, which cannot be; "old" when they may have changed since. Neither
 *        stops anybody: a key is refused for its own dates, when it is used.
 */
export function compareClock(today: string, keysDay: string): ClockFault {
  const days = (Date.parse(today) - Date.parse(keysDay)) / 86_400_000;
  // A day of difference is a time zone and not a fault.
  if (days < -1) return "behind";
  return days > OLD_DAYS ? "old" : null;
}
