import { useRef, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeBytes } from "~/desk/days";
import { type HandoverChoice, type MadePackage, missingOf } from "~/desk/handover/choice";
import { fetchPart } from "~/desk/handover/entries";
import { makePackage } from "~/desk/handover/make-package";
import { bytesOf, MOST_HANDED_BYTES, offeredOf } from "~/desk/handover/offered";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord } from "~/desk/records";
import { saveText } from "~/desk/save";
import { Failure } from "../failure";
import { PlainText } from "../plain-text";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";

type MakeProps = {
  record: CaseRecord;
  opened: OpenedCase;
  choice: HandoverChoice;
  /** The form cannot be sent before the package is made. */
  fault: string | null;
  /** Nothing in the form can be changed while a package is made. */
  isMaking: boolean;
  onMaking: (isMaking: boolean) => void;
  onMade: (made: MadePackage) => void;
};

/** Makes the package on this device and saves it; what the act binds stands below, and can be made again at any time. */
export function MakePart({ record, opened, choice, fault, isMaking, onMaking, onMade }: MakeProps) {
  const t = useWords("handover");
  const language = useLanguage();
  const desk = useDesk();
  const held = useKey(desk.me);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const file = useRef<{ digest: string; armored: string } | null>(null);
  const missing = missingOf(choice);
  const isTooLarge = bytesOf(offeredOf(record, opened).files, choice.files) > MOST_HANDED_BYTES;
  const make = async () => {
    setTried(true);
    setError(null);
    if (!held || isMaking || missing.length > 0 || isTooLarge) return;
    onMaking(true);
    try {
      const { armored, made } = await makePackage({ record, opened, desk, held, choice, language, fetch: fetchPart });
      file.current = { digest: made.digest, armored };
      saveText(made.fileName, armored);
      onMade(made);
    } catch (problem) {
      setError(problem);
    } finally {
      onMaking(false);
    }
  };
  const { made } = choice;
  const again = made && file.current?.digest === made.digest ? file.current : null;
  return (
    <section>
      <div role="alert">
        {fault && !made && <p className="error">{fault}</p>}
        {tried && !made && missing.length > 0 && (
          <p className="note bad">{missing.map((one) => t(`missing.${one}`)).join(" ")}</p>
        )}
        {tried && isTooLarge && <p className="note bad">{t("failure.PackageError")}</p>}
      </div>
      <MakeFailure error={error} />
      <p className="actions">
        <button type="button" className="button" disabled={isMaking} onClick={() => void make()}>
          {t(isMaking ? "make.making" : made ? "make.again" : "make.make")}
        </button>
        {made && again && (
          <button type="button" className="quiet-button" onClick={() => saveText(made.fileName, again.armored)}>
            {t("make.saveAgain")}
          </button>
        )}
      </p>
      <div role="status">{made && <Made made={made} language={language} />}</div>
    </section>
  );
}

function Made({ made, language }: { made: MadePackage; language: string }) {
  const t = useWords("handover");
  return (
    <div className="note good">
      <p className="strong">{t("made.saved", { file: made.fileName, size: writeBytes(made.bytes, language) })}</p>
      <p className="small">{t("made.digest")}</p>
      <p className="mono small digest" dir="ltr">
        {made.digest}
      </p>
      <p>{t("made.next")}</p>
      <p className="small strong">{t("made.told")}</p>
      <p className="small" dir="auto">
        <PlainText text={made.told} />
      </p>
    </div>
  );
}

/** Faults of a package have words of their own; any other failure has those of the desk. */
function MakeFailure({ error }: { error: unknown }) {
  const t = useWords("handover");
  const { name = "", fault = "" } = (error ?? {}) as { name?: string; fault?: string };
  if (name === "ForeignKeyError") {
    return (
      <p className="note bad" role="alert">
        {t([`key.fault.${fault}`, "key.fault.malformed"], { holder: "", command: "" })}
      </p>
    );
  }
  if (name === "PackageError") {
    return (
      <p className="note bad" role="alert">
        {t("failure.PackageError")}
      </p>
    );
  }
  return <Failure error={error} />;
}
