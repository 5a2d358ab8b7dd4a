import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { post } from "~/desk/office-api";
import { useReady } from "../use-ready";

/** The shortest reason that the office's interface takes, in characters. */
export const LEAST_REASON = 10;

/** Sends one change of a policy and remembers how it went. */
export function usePolicyChange(policy: "deadlines" | "tiers") {
  const ready = useReady();
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [version, setVersion] = useState<string | null>(null);

  /** Gives true when the change holds. */
  const send = async (entries: Record<string, unknown>, reason: string): Promise<boolean> => {
    if (!ready || busy) return false;
    setBusy(true);
    setError(null);
    setVersion(null);
    try {
      const made = await post<{ version: string }>("/api/v1/policy", { policy, entries, reason: reason.trim() });
      setVersion(made.version);
      revalidator.revalidate();
      return true;
    } catch (fault) {
      setError(fault);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, error, version, canSend: ready && !busy };
}
