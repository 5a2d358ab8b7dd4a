import { el } from "./dom";

/** What a sealed file begins with, after white space and a byte order mark. */
const SEALED = /^\uFEFF?\s*-----BEGIN (PGP MESSAGE|OMBRA SEALED REPORT)-----/;
const HEAD_BYTES = 1200;

/** The name under which every sealed file is sent: a file's own name may tell something. */
const SENT_NAME = "sealed.asc";

/**
 * Looks at the first bytes of a chosen file, in the browser, and takes the choice back where it is not sealed, so that
 * nothing of it is sent. Until it has looked the form cannot be sent.
 */
export function guardSealedFiles(page: Document): void {
  for (const input of page.querySelectorAll<HTMLInputElement>("input[type=file][data-plain]")) {
    const note = el("p", { class: "note bad", role: "alert", hidden: "" }, input.dataset.plain ?? "");
    input.after(note);
    const look = () => void takeOnlySealed(input, note);
    input.addEventListener("change", look);
    // A browser that comes back to this page may bring an earlier choice along.
    look();
  }
}

async function takeOnlySealed(input: HTMLInputElement, note: HTMLElement): Promise<void> {
  const [file] = input.files ?? [];
  note.hidden = true;
  if (!file) return;
  input.setCustomValidity(" ");
  const head = await file
    .slice(0, HEAD_BYTES)
    .text()
    .catch(() => "");
  if (input.files?.[0] !== file) return;
  input.setCustomValidity("");
  if (SEALED.test(head)) return rename(input, file);
  input.value = "";
  note.hidden = false;
}

/** Puts the same file under a name that says nothing. */
function rename(input: HTMLInputElement, file: File): void {
  const choice = new DataTransfer();
  choice.items.add(new File([file], SENT_NAME));
  input.files = choice.files;
}
