import { type ReactNode, useState } from "react";
import { useWords } from "~/components/words";
import { findPassphraseFault, type PassphraseDraft, type PassphraseFault } from "~/desk/passphrase-draft";
import { PassphraseFields } from "../passphrase-fields";
import { Step } from "./step";

/** The passphrase: what it protects, and that nobody can give it back. */
export function PassphraseStep(props: {
  number: number;
  of: number;
  draft: PassphraseDraft;
  before?: ReactNode;
  onDraft: (draft: PassphraseDraft) => void;
  onNext: () => void;
  onBack?: () => void;
}) {
  const t = useWords("desk");
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const next = async () => {
    const found = await findPassphraseFault(props.draft);
    setFault(found);
    if (!found) props.onNext();
  };
  return (
    <Step
      number={props.number}
      of={props.of}
      heading={t("passphrase.heading")}
      lead={t("passphrase.lead")}
      next={t("passphrase.next")}
      onNext={() => void next()}
      onBack={props.onBack}
    >
      {props.before}
      <PassphraseFields
        draft={props.draft}
        error={fault ? t(`passphrase.fault.${fault}`) : null}
        onDraft={props.onDraft}
      />
    </Step>
  );
}
