import { useRevalidator } from "@remix-run/react";
import { useRef, useState } from "react";
import { type BatchOutcome, type BatchWork, workThrough } from "~/desk/discard-batch";
import type { HeldKey } from "~/desk/key-store";
import { useDesk } from "../use-desk";

/** How far a batch has got; null before it is started. */
export type Progress = { of: number; outcomes: BatchOutcome[]; isRunning: boolean };

/** Works through a batch with what was done so far on the page. It can be stopped, and started again with what is left. */
export function useBatch(held: HeldKey) {
  const desk = useDesk();
  const revalidator = useRevalidator();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isStopped = useRef(false);

  const run = async (work: BatchWork, cases: readonly string[]): Promise<string[]> => {
    const outcomes: BatchOutcome[] = [];
    const show = (isRunning: boolean) => setProgress({ of: cases.length, outcomes: [...outcomes], isRunning });
    isStopped.current = false;
    setError(null);
    show(true);
    try {
      await workThrough(
        { desk, held, work },
        cases,
        (outcome) => {
          outcomes.push(outcome);
          show(true);
        },
        () => isStopped.current,
      );
    } catch (fault) {
      setError(fault);
    }
    show(false);
    revalidator.revalidate();
    return outcomes.map((outcome) => outcome.case);
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { run, stop, progress, error };
}
