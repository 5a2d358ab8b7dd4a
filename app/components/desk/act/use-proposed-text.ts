import { useEffect, useState } from "react";
import type { OpenedCase } from "~/desk/open-case";
import { proposedText } from "~/desk/public-text";
import type { CaseRecord, OpenAct } from "~/desk/records";
import type { PublicText } from "~crypto/public-text";
import { publishes } from "~workflows/publications";

/** The text that an act would publish: null while it is compared with its proposal, "other" where it is not the one that was proposed. */
export function useProposedText(act: OpenAct, record: CaseRecord, opened: OpenedCase): PublicText | "other" | null {
  const [found, setFound] = useState<PublicText | "other" | null>(null);
  useEffect(() => {
    if (!publishes(act.event)) return;
    let isCurrent = true;
    void proposedText(record, opened, act.event).then(
      (text) => isCurrent && setFound(text),
      () => isCurrent && setFound("other"),
    );
    return () => {
      isCurrent = false;
    };
  }, [act.event, record, opened]);
  return found;
}
