import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { drawFirst } from "../making";

/** Carries out one change of a person and reads the page again; what went wrong stays to be shown. */
export function useChange(onDone: (said: string) => void) {
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await drawFirst();
      const said = await work();
      revalidator.revalidate();
      onDone(said);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
