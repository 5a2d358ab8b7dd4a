import { useEffect, useId, useState } from "react";
import { useWords } from "~/components/words";
import type { OfficeAnswers } from "~/desk/new-office";
import { LANGUAGES, type Language } from "~/locales/languages";
import { ManyOf } from "../choices";
import { TextField } from "../field";
import { Step } from "./step";

type Faults = { name?: string; languages?: string };

/** The office: how it is called, which languages it works in, and whose clock counts. */
export function OfficeStep(props: {
  answers: OfficeAnswers;
  offered: readonly Language[];
  onAnswers: (part: Partial<OfficeAnswers>) => void;
  onNext: () => void;
}) {
  const { answers, offered, onAnswers } = props;
  const t = useWords("desk");
  const [faults, setFaults] = useState<Faults>({});
  const next = () => {
    const found: Faults = {};
    if (answers.name.trim().length < 2) found.name = t("setup.office.nameFault");
    if (answers.languages.length === 0) found.languages = t("setup.office.languagesFault");
    setFaults(found);
    if (Object.keys(found).length === 0) props.onNext();
  };
  return (
    <Step
      number={1}
      of={4}
      heading={t("setup.office.heading")}
      lead={t("setup.office.lead")}
      next={t("step.next")}
      onNext={next}
    >
      <TextField
        label={t("setup.office.name")}
        hint={t("setup.office.nameHint")}
        error={faults.name}
        maxLength={200}
        autoComplete="organization"
        value={answers.name}
        onValue={(name) => onAnswers({ name })}
      />
      <ManyOf
        legend={t("setup.office.languages")}
        error={faults.languages}
        values={answers.languages}
        onValues={(languages) => onAnswers({ languages })}
        choices={offered.map((value) => ({ value, label: <span lang={value}>{LANGUAGES[value]}</span> }))}
      />
      <TimeZoneField value={answers.timeZone} onValue={(timeZone) => onAnswers({ timeZone })} />
    </Step>
  );
}

/** The list is the browser's own, so it is filled in once the page's scripts run. */
function TimeZoneField({ value, onValue }: { value: string; onValue: (zone: string) => void }) {
  const t = useWords("desk");
  const id = useId();
  const [zones, setZones] = useState<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the browser's own zone is proposed once
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setZones([...new Set([...Intl.supportedValuesOf("timeZone"), own, "UTC"])].sort());
    if (!value) onValue(own);
  }, []);
  return (
    <div className="field">
      <label htmlFor={id}>{t("setup.office.timeZone")}</label>
      <p className="hint" id={`${id}-hint`}>
        {t("setup.office.timeZoneHint")}
      </p>
      <select id={id} aria-describedby={`${id}-hint`} value={value} onChange={(event) => onValue(event.target.value)}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </select>
    </div>
  );
}
