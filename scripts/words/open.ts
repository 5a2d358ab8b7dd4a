import { neededMessages } from "../../app/locales/messages";
import { NAMESPACES } from "../../app/locales/namespaces";
import { readCatalogue, readMissing } from "./files";
import { isOfMessage, readRecord, refresh } from "./translated-from";

/** What a translator of this language has to do: what is missing, and what was made from an English text that has changed since. */
export function readOpen(language: string): ReturnType<typeof readMissing> {
  const open = readMissing(language);
  const stale = refresh(readRecord()).stale.filter(({ languages }) => languages.includes(language));
  for (const namespace of NAMESPACES) {
    const old = [...neededMessages(language, namespace, readCatalogue("en", namespace))].filter(([key]) =>
      stale.some(({ message }) => isOfMessage(`${namespace}:${key}`, message)),
    );
    if (old.length > 0) open.set(namespace, new Map([...(open.get(namespace) ?? []), ...old]));
  }
  return open;
}
