import { fetchLate } from "../api";
import type { Words } from "../words";
import type { Line } from "./line";

export type OpenedUpload = { element: HTMLElement; line: Line };

const fetchView = () => import("./upload-view");
/** Seals files and sends them; like the view it is fetched only when there are files. */
export const fetchSending = () => import("./send-files");

/** Makes what shows and steers an upload. */
export async function openUpload(words: Words): Promise<OpenedUpload> {
  const { drawUpload } = await fetchLate(fetchView);
  return fetchLate(() => drawUpload(words));
}

/**
 * Fetches what sending will need, once a file is picked: a line that is down when it is sent is then no more than a line
 * that is waited for. What does not come now is asked for again at that moment.
 */
export function fetchAhead(): void {
  fetchView().catch(() => undefined);
  fetchSending()
    .then(({ startThread }) => startThread())
    .catch(() => undefined);
}
