import type { Form } from "../form";
import { EXPORT_PAGES } from "./export";
import { PERSON_PAGES } from "./person";
import { STORY_PAGES } from "./story";

/**
 * The core form, second version: what every office asks.
 *
 * Source: domain notes §4.2; codes of the unified reporting template urt/1.0; lists of the office's published policy.
 */
export const CORE_2: Form = {
  id: "core/2",
  pages: [...STORY_PAGES, ...EXPORT_PAGES, ...PERSON_PAGES],
  dates: [
    { earlier: "decision.asked", later: "decision.received" },
    { earlier: "licence.applied", later: "licence.decided" },
    { earlier: "licence.decided", later: "licence.appealBy" },
    { earlier: "decision.received", later: "nextDeadline" },
  ],
};
