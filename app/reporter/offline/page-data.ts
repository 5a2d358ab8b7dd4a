import type { makeWords } from "../words";

/** What the office put into the page: what the server would have answered, and where to hand the file in. */
export type PageOffice = {
  name: string;
  fingerprint: string;
  /** The youngest day in the directory: since then nobody came and no key changed. */
  keysDay: string;
  /** The office's address, where the operator has set one; "" where not. */
  origin: string;
  demonstration: boolean;
} & { [field: string]: unknown };

export type PageLanguage = { name: string; dir: "ltr" | "rtl"; words: Parameters<typeof makeWords>[0] };

/** Reads one of the page's own blocks of data. They are no scripts: browsers run nothing of this type. */
export function readBlock<Data>(page: Document, id: "office" | "languages"): Data {
  return JSON.parse(page.getElementById(`${id}-data`)?.textContent ?? "{}") as Data;
}
