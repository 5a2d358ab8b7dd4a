type Handler = (event: Event) => void;
type Attribute = string | number | boolean | null | undefined | Handler;
export type Child = Node | string | null | undefined | false;

/**
 * Makes one element. Everything a page shows goes through here: text becomes text nodes, never markup.
 *
 * Shape: a function among the attributes is a listener for the event of that name; `true` is an empty attribute;
 *        false, null and undefined leave the attribute out.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: { [name: string]: Attribute } = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => child instanceof Node || Boolean(child)));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the page's own set (the page carries the drawings); it says nothing by itself, so a word stands beside it. */
export function icon(name: "check" | "lock" | "warn" | "file" | "shield"): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A button that does something here; it never submits anything. */
export function button(label: string, click: () => void, look = ""): HTMLButtonElement {
  return el("button", { type: "button", class: `button ${look}`.trim(), click }, label);
}

/** A box that stands out: what to know, to beware of, or what went wrong. */
export function note(look: "" | "warn" | "bad" | "good", ...children: Child[]): HTMLElement {
  return el("div", { class: `note ${look}`.trim() }, ...children);
}

/** A text of one or more lines, each its own paragraph. */
export function paragraphs(text: string, className?: string): HTMLElement[] {
  return text.split("\n").map((line) => el("p", { class: className }, line));
}
