import type { OpenedCase, OpenedItem } from "./open-case";
import type { CaseRecord, EventType } from "./records";

/** The item whose digest stands in the proposal that an event would answer; null where it is not among what came with the case. */
export function proposedItem(record: CaseRecord, { items }: OpenedCase, event: EventType): OpenedItem | null {
  const digest = record.snapshot.context.proposals[event]?.digest;
  return items.find(({ item }) => item.digest === digest) ?? null;
}

/** Whether a proposal can be read here. What cannot be read is not answered. */
export function canReadProposal(record: CaseRecord, opened: OpenedCase, event: EventType): boolean {
  return proposedItem(record, opened, event)?.state === "open";
}
