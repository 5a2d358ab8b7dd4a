import { safeFileName } from "./safe-text";

/** Saves bytes as a file. The type is always a plain stream of bytes, so that no browser opens it inside the page. */
export function saveBlob(name: string, bytes: Blob) {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = safeFileName(name);
  link.rel = "noopener";
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun; some browsers begin a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves a text as a file. */
export function saveText(name: string, text: string) {
  saveBlob(name, new Blob([text]));
}
