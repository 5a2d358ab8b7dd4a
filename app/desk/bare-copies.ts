import type { DraftItem } from "./act-items";
import { type BareCopy, readBare } from "./open-bare-item";
import type { OpenedCase, OpenedItem } from "./open-case";

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/** Bare messages that this person can read and that nobody has sealed into the case yet, as copies to be sealed. */
export function draftCopies({ items }: OpenedCase): DraftItem[] {
  const open = items.filter((each): each is OpenItem => each.state === "open");
  const copied = new Set(open.flatMap(({ body }) => copyOf(body) ?? []));
  return open
    .filter(({ compartment, item }) => compartment.type === "bare" && !copied.has(item.digest))
    .sort((a, b) => a.item.seq - b.item.seq)
    .flatMap(({ item, body }) => {
      const bare = readBare(body);
      if (!bare) return [];
      const copy: BareCopy = { form: "bare/1", text: bare.text, replyKey: bare.replyKey, of: item.digest };
      return [{ compartment: "correspondence" as const, kind: item.kind, body: copy }];
    });
}

function copyOf(body: OpenItem["body"]): string | null {
  const bare = readBare(body);
  return bare && "of" in bare ? bare.of : null;
}

/** The newest usable key that a bare reporter gave for answers; "" where there is none. */
export function replyKeyOf({ items }: OpenedCase): string {
  const keys = items.flatMap((each) => {
    const key = each.state === "open" ? readBare(each.body)?.replyKey : "";
    return key ? [key] : [];
  });
  return keys.at(-1) ?? "";
}
