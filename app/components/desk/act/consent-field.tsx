import { useLanguage, useWords } from "~/components/words";
import { LEGAL_DUTY } from "~/desk/act-needs";
import { consentOnRecord, purposeOfAct } from "~/desk/consents";
import { writeDay } from "~/desk/days";
import { ManyOf } from "../choices";
import { type ActFieldsProps, useFault } from "./act-fields";

/** The reporter has not agreed to what the step shares: for what it would be, and what the law allows in its place. */
export function ConsentField({ act, record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const language = useLanguage();
  const error = useFault(faults.filter(({ code }) => code === LEGAL_DUTY));
  const purpose = purposeOfAct(act, record);
  const over = consentOnRecord(record, purpose)?.until;
  return (
    <>
      <div className="note warn">
        <p className="strong">{t("act.consent.needed", { purpose: codes(`purposes.${purpose}.label`) })}</p>
        <p>{codes(`purposes.${purpose}.means`)}</p>
        <p>{over ? t("act.consent.over", { day: writeDay(over, language, record.today) }) : t("act.consent.none")}</p>
      </div>
      <ManyOf
        legend={t("act.consent.instead")}
        hint={t("act.consent.insteadHint")}
        error={error("attest")}
        values={answers.attest}
        onValues={(attest) => onChange({ attest })}
        choices={[{ value: LEGAL_DUTY, label: codes(`attest.${LEGAL_DUTY}`) }]}
      />
    </>
  );
}

/** That the reporter has agreed to what the step shares, and until when. */
export function ConsentOnRecord({ act, record }: Pick<ActFieldsProps, "act" | "record">) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const language = useLanguage();
  const purpose = purposeOfAct(act, record);
  const consent = purpose && consentOnRecord(record, purpose);
  if (!consent || act.needs.includes("consent")) return null;
  const words = { purpose: codes(`purposes.${purpose}.label`) };
  return (
    <p className="note good">
      {consent.until
        ? t("act.consent.until", { ...words, day: writeDay(consent.until, language, record.today) })
        : t("act.consent.given", words)}
    </p>
  );
}
