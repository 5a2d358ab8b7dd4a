import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import type { Day } from "~workflows";
import { ADVICE, JURISDICTIONS, parseSpan } from "~workflows/policy";
import { officeDay } from "../calendar.server";
import { type ReviewState, reviewState } from "../policy/review-dates.server";
import { readPublicSettings } from "./public-settings.server";

/** One notice about the law of a place, with who answers for it and whether it is still in date. */
export interface NoticeView {
  id: string;
  version: number;
  owner: string;
  source: string;
  reviewBy: Day;
  state: ReviewState;
}

/**
 * What the guidance page stands on; null while no office exists.
 *
 * Shape: `here` are the notices of the office's own country, the nearest first, `elsewhere` all others.
 */
export async function readGuidance() {
  const office = await database().office.findFirst({ select: { country: true, timeZone: true } });
  if (!office) return null;
  const { emergencyText, emergencyLink, secretsText } = await readPublicSettings();
  const notices = noticesFor(office.country, officeDay(now(), office.timeZone));
  const days = { answer: countOf(ADVICE.answer), kept: countOf(ADVICE.keptAfterAnswer) };
  return { ...notices, emergencyText, emergencyLink, secretsText, days };
}

/** The notices as they stand on a day. The narrower a notice is, the nearer it is to those whom it is about. */
export function noticesFor(country: string, today: Day): { here: NoticeView[]; elsewhere: NoticeView[] } {
  const isHere = ({ countries }: { countries: readonly string[] }) => countries.includes(country);
  const view = ({ id, version, owner, source, reviewBy }: (typeof JURISDICTIONS)[number]): NoticeView => ({
    ...{ id, version, owner, source, reviewBy },
    state: reviewState({ reviewBy }, today),
  });
  const near = [...JURISDICTIONS].sort((a, b) => a.countries.length - b.countries.length);
  return {
    here: near.filter(isHere).map(view),
    elsewhere: JURISDICTIONS.filter((one) => !isHere(one)).map(view),
  };
}

function countOf(text: string): number {
  const span = parseSpan(text);
  return Object.values(span)[0] ?? 0;
}
