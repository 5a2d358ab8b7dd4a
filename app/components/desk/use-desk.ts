import { useOutletContext } from "@remix-run/react";
import type { Desk } from "~/desk/records";

/** What every desk page stands on, handed down by the desk's frame. */
export function useDesk(): Desk {
  return useOutletContext<Desk>();
}
