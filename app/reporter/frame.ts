import { el } from "./dom";
import type { Words } from "./words";

/** One step of a page. */
export type Screen = {
  title: string;
  /** A short line above the heading, such as "Step 2 of 9". */
  above?: string | Node;
  body: (Node | null)[];
  actions?: (Node | null)[];
};

/** Something to put right: the id of the control, and the sentence. */
export type Complaint = { target: string; text: string };

export type Frame = {
  /** Shows a step in place of the one before and moves the focus to its heading. No history entry is made. */
  show: (screen: Screen) => void;
  /** Lists what has to be put right, each a link to its place, and marks the controls. */
  complain: (complaints: Complaint[]) => void;
};

/**
 * Opens the page's frame. It lies in a template, so that without this module no control of a form exists at all.
 */
export function openFrame(page: HTMLElement, words: Words): Frame {
  const template = page.querySelector<HTMLTemplateElement>("template");
  if (!template) throw new Error("The page has no frame.");
  const parts = template.content.cloneNode(true) as DocumentFragment;
  const part = (name: string) => {
    const found = parts.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The frame lacks its ${name}.`);
    return found;
  };
  const [above, heading, errors, body, actions] = [
    part("above"),
    part("heading"),
    part("errors"),
    part("body"),
    part("actions"),
  ];
  page.replaceChildren(parts);
  let isFirst = true;

  const show = (screen: Screen) => {
    above.replaceChildren(screen.above ?? "");
    heading.textContent = screen.title;
    errors.hidden = true;
    body.replaceChildren(...screen.body.filter((node) => node !== null));
    actions.replaceChildren(...(screen.actions ?? []).filter((node) => node !== null));
    if (!isFirst) heading.focus();
    isFirst = false;
    if (document.scrollingElement) document.scrollingElement.scrollTop = 0;
  };

  const complain = (complaints: Complaint[]) => {
    clearComplaints(body);
    errors.hidden = complaints.length === 0;
    errors.replaceChildren(
      el("h2", {}, words.t("errors.title", { count: complaints.length })),
      el("ul", {}, ...complaints.map((complaint) => el("li", {}, linkTo(complaint)))),
    );
    for (const complaint of complaints) mark(complaint);
    if (complaints.length > 0) errors.focus();
  };

  return { show, complain };
}

const CONTROLS = "input, textarea, select";

/** A link that moves the focus itself: following its address would make a history entry. */
function linkTo({ target, text }: Complaint): HTMLElement {
  const click = (event: Event) => {
    event.preventDefault();
    const place = document.getElementById(target);
    const control = place?.matches(CONTROLS) ? place : place?.querySelector<HTMLElement>(`${CONTROLS}, button`);
    (control ?? place)?.focus();
    place?.scrollIntoView({ block: "center" });
  };
  return el("a", { href: `#${target}`, click }, text);
}

function mark({ target, text }: Complaint): void {
  const place = document.getElementById(target);
  if (!place) return;
  const error = el("p", { class: "error", id: `${target}-error`, "data-complaint": true }, text);
  const own = (name: string) => place.querySelector(`:scope > ${name}`);
  if (place.matches(CONTROLS)) place.before(error);
  else (own(".hint") ?? own("legend") ?? place.firstElementChild)?.after(error);
  place.setAttribute("aria-invalid", "true");
  place.setAttribute("aria-describedby", `${place.getAttribute("aria-describedby") ?? ""} ${error.id}`.trim());
}

function clearComplaints(body: HTMLElement): void {
  for (const error of body.querySelectorAll("[data-complaint]")) error.remove();
  for (const place of body.querySelectorAll("[aria-invalid]")) {
    place.removeAttribute("aria-invalid");
    const rest = (place.getAttribute("aria-describedby") ?? "").replace(/\S+-error$/, "").trim();
    if (rest) place.setAttribute("aria-describedby", rest);
    else place.removeAttribute("aria-describedby");
  }
}
