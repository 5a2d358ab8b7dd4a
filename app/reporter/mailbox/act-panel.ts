import { el } from "../dom";
import type { Words } from "../words";
import { type ActForm, drawActForm } from "./act-form";
import { type ActCodes, offered } from "./acts";
import { type MailboxDraft, newDraft } from "./write";

/** Everything that a form needs, but for the one step that it is about. */
export type Panel = Omit<ActForm, "event" | "name" | "draft" | "onSent"> & {
  /** What was typed for each step and is not sent; it outlives the drawing of the page. */
  drafts: Map<string, MailboxDraft>;
  onSent: (event: string, hasWords: boolean) => Promise<void>;
};

/** Unfolds the form of a step, perhaps with something chosen already. */
export type OpenAct = (event: string, codes?: ActCodes) => void;

/** The name under which a step's words stand; some steps mean something of their own in a state. */
export function nameOf(event: string, state: string, { has }: Words): string {
  const name = event.replace(".", "_");
  return has(`mailbox.write.${name}_${state}.title`) ? `${name}_${state}` : name;
}

/**
 * "What do you want to do?": one line for each step, of which one is unfolded.
 *
 * Shape: `open` unfolds the line of a step and moves the focus there. Only the unfolded form is in the page, so that its
 *        ids are its own; what was typed in the others waits in their drafts.
 */
export function drawPanel(panel: Panel): { element: HTMLElement | null; open: OpenAct } {
  const { t } = panel.words;
  const events = offered(panel.opened.answer);
  rescueDrafts(panel.drafts, events);
  const rows = new Map(events.map((event) => [event, drawRow(event)]));

  function drawRow(event: string): HTMLDetailsElement {
    const name = nameOf(event, panel.opened.answer.state, panel.words);
    const body = el("div", {});
    const toggle = () => {
      if (!row.open) return body.replaceChildren();
      for (const other of rows.values()) if (other !== row) other.open = false;
      if (!body.firstChild) body.append(fill(event, name));
    };
    const row = el("details", { class: "act", toggle }, el("summary", {}, t(`mailbox.write.${name}.title`)), body);
    return row;
  }

  function draftOf(event: string): MailboxDraft {
    const draft = panel.drafts.get(event) ?? newDraft();
    panel.drafts.set(event, draft);
    return draft;
  }

  function fill(event: string, name: string): HTMLElement {
    const draft = draftOf(event);
    return drawActForm({
      ...panel,
      event,
      name,
      draft,
      onSent: () => panel.onSent(event, (draft.sealed?.out.items.length ?? 0) > 0),
    });
  }

  function open(event: string, codes: ActCodes = {}): void {
    const row = rows.get(event);
    if (!row) return;
    const draft = draftOf(event);
    if (!draft.sealed) Object.assign(draft.codes, codes);
    // Drawn anew, so that what was chosen above is chosen here.
    row.open = false;
    row.querySelector("div")?.replaceChildren();
    row.open = true;
    row.querySelector("summary")?.focus();
    row.scrollIntoView({ block: "center" });
  }

  const first = rows.get(events[0] ?? "");
  if (first) first.open = true;
  const element = el("section", { class: "card no-print" }, el("h2", {}, t("mailbox.panel")), ...rows.values());
  return { element: first ? element : null, open };
}

/** What was typed for a step that is gone stays, in the box for messages. */
function rescueDrafts(drafts: Map<string, MailboxDraft>, events: readonly string[]): void {
  const writing = events.find((event) => event === "reporter.reply" || event === "reporter.message");
  for (const [event, draft] of drafts) {
    if (events.includes(event)) continue;
    drafts.delete(event);
    if (!writing || draft.text.trim() === "") continue;
    const box = drafts.get(writing) ?? newDraft();
    if (!box.sealed) box.text = [box.text.trim(), draft.text.trim()].filter(Boolean).join("\n\n");
    drafts.set(writing, box);
  }
}
