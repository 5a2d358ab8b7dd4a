import type { DigestState } from "~crypto/running-digest";
import type { FileError } from "../../files/read-slice";
import type { SealedPart, SealJob, Stretch } from "./held-part";

/** What the page asks of the thread, and what it gets. `send` stores the part that was sealed last; `cut` breaks that off. */
export type Asked = {
  seal: { of: SealJob; gives: SealedPart };
  send: { of: { path: string; init: RequestInit }; gives: { status: number; text: string } };
  count: { of: DigestState | null; gives: DigestState };
  digest: { of: Stretch; gives: string };
  cut: { of: null; gives: null };
};
export type Ask = keyof Asked;

export type Question = { [Name in Ask]: { nth: number; ask: Name; of: Asked[Name]["of"] } }[Ask];
/** A fault of the file has a name; whatever else goes wrong has none. */
export type Answer = { nth: number; gives: unknown } | { nth: number; fault: FileError["fault"] | null };
/** The first message of a thread that has started. */
export const READY = "ready";
