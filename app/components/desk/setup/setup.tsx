import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/components/words";
import { type MadeOffice, makeOffice, type OfficeAnswers, sendOffice } from "~/desk/new-office";
import type { MakingStep } from "~/desk/new-person";
import { NO_PASSPHRASE } from "~/desk/passphrase-draft";
import { signInMade } from "~/desk/sign-in";
import type { Language } from "~/locales/languages";
import { Failure } from "../failure";
import { drawFirst, Making } from "../making";
import { OfficeStep } from "./office-step";
import { PassphraseStep } from "./passphrase-step";
import { SheetStep } from "./sheet-step";
import { type YouAnswers, YouStep } from "./you-step";

type At = "office" | "you" | "passphrase" | "making" | "sheet";
const STEPS: MakingStep[] = ["officeKey", "personKey", "lock", "recovery", "certify"];

/** First-run set-up: everything is made on this device, shown, and only then sent. */
export function Setup(props: { token: string; today: string; language: string; offered: readonly Language[] }) {
  const { token, today, language, offered } = props;
  const t = useWords("desk");
  const navigate = useNavigate();
  const [at, setAt] = useState<At>("office");
  const [office, setOffice] = useState<OfficeAnswers>({
    name: "",
    languages: [...new Set(["en", language])],
    timeZone: "",
  });
  const [you, setYou] = useState<YouAnswers>({ displayName: "", name: "", roles: ["administrator"] });
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [step, setStep] = useState<MakingStep>("officeKey");
  const [made, setMade] = useState<MadeOffice | null>(null);
  const [stored, setStored] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  // Only the part that changed: two fields can report in one moment, and neither may undo the other.
  const changeOffice = (part: Partial<OfficeAnswers>) => setOffice((now) => ({ ...now, ...part }));
  const changeYou = (part: Partial<YouAnswers>) => setYou((now) => ({ ...now, ...part }));

  const make = async () => {
    setAt("making");
    setError(null);
    try {
      const answers = { ...office, name: office.name.trim() };
      const first = {
        ...you,
        displayName: you.displayName.trim(),
        name: you.name.trim(),
        passphrase: passphrase.first,
      };
      const result = await makeOffice(answers, first, today, async (next) => {
        setStep(next);
        await drawFirst();
      });
      setMade(result);
      setPassphrase(NO_PASSPHRASE);
      setAt("sheet");
    } catch (fault) {
      setError(fault);
      setAt("passphrase");
    }
  };

  const open = async () => {
    if (!made) return;
    setBusy(true);
    setError(null);
    try {
      if (!stored) await sendOffice(token, made);
      setStored(true);
      await signInMade(made.made);
      navigate("/desk");
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };

  if (at === "office")
    return <OfficeStep answers={office} offered={offered} onAnswers={changeOffice} onNext={() => setAt("you")} />;
  if (at === "you")
    return (
      <YouStep answers={you} onAnswers={changeYou} onNext={() => setAt("passphrase")} onBack={() => setAt("office")} />
    );
  if (at === "making") return <Making steps={STEPS} current={step} />;
  if (at === "sheet" && made)
    return <SheetStep made={made} day={today} busy={busy} error={error} onOpen={() => void open()} />;
  return (
    <>
      <PassphraseStep
        number={3}
        of={4}
        draft={passphrase}
        onDraft={setPassphrase}
        onNext={() => void make()}
        onBack={() => setAt("you")}
        before={<p className="note">{t("setup.passphraseNote")}</p>}
      />
      <Failure error={error} />
    </>
  );
}
