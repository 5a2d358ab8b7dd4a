import { newId } from "~/platform/secrets.server";
import { placeNotice } from "./place.server";

/**
 * The rows that a new report owes to those who can open it; they are written in the report's own batch.
 *
 * Shape: one row for each person given.
 */
export function arrivalNotices(of: {
  caseId: string;
  people: readonly { id: string; mail: string | null; mailMode: string }[];
  urgent: boolean;
  timeZone: string;
  now: Date;
}) {
  const { caseId, people, urgent, timeZone, now } = of;
  const reason = urgent ? "urgent" : "news";
  return people.map(({ id, mail, mailMode }) => ({
    id: newId(),
    caseId,
    personId: id,
    reason,
    createdDay: now.toISOString().slice(0, 10),
    ...placeNotice({ who: id, mail, mailMode }, reason, now, timeZone),
  }));
}
