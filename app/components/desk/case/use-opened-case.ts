import { useEffect, useState } from "react";
import { type ChainReport, checkChain } from "~/desk/check-chain";
import type { HeldKey } from "~/desk/key-store";
import { type OpenedCase, openCase } from "~/desk/open-case";
import { rememberTitle } from "~/desk/opened-titles";
import { markSeen } from "~/desk/perform-act";
import type { CaseRecord, Desk } from "~/desk/records";
import { summaryOf } from "~/desk/summary";

/** What this device has made of a case so far. */
export type Opening = { opened: OpenedCase | null; chain: ChainReport | null; error: unknown };

const NOTHING: Opening = { opened: null, chain: null, error: null };

/** Opens the case when the key is there, checks its chain, and forgets everything when the key goes. */
export function useOpenedCase(record: CaseRecord, desk: Desk, key: HeldKey | null): Opening {
  const [opening, setOpening] = useState<Opening>(NOTHING);
  useEffect(() => {
    let current = true;
    const keep = (part: Partial<Opening>) => {
      if (current) setOpening((before) => ({ ...before, ...part }));
    };
    if (!key) {
      setOpening(NOTHING);
      return;
    }
    openCase(record, desk, key).then(
      (opened) => {
        keep({ opened, error: null });
        const title = summaryOf(opened);
        if (title) rememberTitle(record.case, title);
        void markSeen(record.case, record.itemCount);
      },
      (error: unknown) => keep({ error }),
    );
    // Whoever is not given all of the chain cannot check it, and is told that the office does.
    if (record.scope !== "respondent")
      checkChain(record, desk).then(
        (chain) => keep({ chain }),
        (error: unknown) => keep({ error }),
      );
    return () => {
      current = false;
    };
  }, [record, desk, key]);
  return key ? opening : NOTHING;
}
