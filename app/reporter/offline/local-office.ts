import { writeReportFile } from "~crypto/report-file";
import { carryWith } from "../api";
import type { PageOffice } from "./page-data";

/** Files that go inside, in bytes: what the form shows as its limit. More is added in the mailbox, part by part. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

/**
 * Stands in the page where the office's server would be, and keeps what would have been sent.
 *
 * Shape:  `takeFile` gives the report as one armored text, once it was handed over.
 */
export function openLocalOffice(office: PageOffice): { takeFile: () => string } {
  const parts = new Map<string, Uint8Array>();
  let request = "";
  carryWith(async (path, { method, body }) => {
    const [, , , place = "", , part = ""] = path.replace(/\?.*/, "").split("/");
    if (place === "office" && method === "GET") return answer(200, { ...office, maxReportBytes: MAX_FILE_BYTES });
    if (place === "uploads" && body instanceof Blob) {
      parts.set(part, new Uint8Array(await body.arrayBuffer()));
      return answer(200, {});
    }
    if (place === "reports" && typeof body === "string") {
      request = body;
      return answer(201, { reference: "", day: "", milestones: [] });
    }
    return answer(404, { title: "" });
  });
  const takeFile = () => {
    const named = (JSON.parse(request) as { parts: { id: string }[] }).parts;
    return writeReportFile({ request, parts: named.map(({ id }) => parts.get(id) ?? new Uint8Array()) });
  };
  return { takeFile };
}

function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status });
}
