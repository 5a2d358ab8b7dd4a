import { useOutletContext } from "@remix-run/react";
import { useWords } from "~/components/words";
import { formerName } from "~/desk/former";
import type { Desk } from "~/desk/records";

/** A person's name; someone who is not in the office's directory is called unknown. */
export function usePersonName(person: string | null): string {
  const t = useWords("desk");
  // Before the desk is open, as in set-up, there is no directory yet.
  const desk = useOutletContext<Desk | undefined>();
  if (person === "reporter") return t("people.reporter");
  if (person === "system") return t("people.system");
  const here = desk?.directory?.find((colleague) => colleague.person === person)?.displayName;
  return here ?? (desk && person ? formerName(desk, person) : null) ?? t("people.unknown");
}
