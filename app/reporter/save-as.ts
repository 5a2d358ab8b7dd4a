import { el } from "./dom";

/** Hands a file to the browser to save. It is never opened here: its type is always "some bytes". */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
