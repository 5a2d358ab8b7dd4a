import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import { post } from "~/desk/office-api";
import { Problem } from "~/desk/problem";
import { TextArea } from "../act/text-area";
import { OneOf } from "../choices";
import { Failure } from "../failure";
import { TextField } from "../field";
import { OfficeNav } from "../office-nav";
import { useReady } from "../use-ready";

/** What the office sets for its public pages. */
export type FrontSettings = {
  pageTitle: string;
  pageIcon: "mark" | "plain";
  exitAddress: string;
  emergencyText: string;
  emergencyLink: string;
  secretsText: string;
};

/** Which field a refused rule belongs to. */
const FIELD_OF: { readonly [rule: string]: keyof FrontSettings } = {
  badTitle: "pageTitle",
  badExit: "exitAddress",
  badEmergency: "emergencyText",
  badLink: "emergencyLink",
  badSecrets: "secretsText",
  linkAlone: "emergencyText",
};

const ADDRESS = { dir: "ltr", inputMode: "url", autoComplete: "off" } as const;

/** The page on which an office says what visitors see, whom they find in danger, and where they leave to. */
export function FrontPage({ settings }: { settings: FrontSettings }) {
  const t = useWords("front");
  const ready = useReady();
  const [values, setValues] = useState(settings);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (name: keyof FrontSettings) => (value: string) => {
    setSaved(false);
    setValues((before) => ({ ...before, [name]: value }));
  };
  const rule = error instanceof Problem ? (error.rule ?? "") : "";
  /** A setting's field: its words, its value, and the complaint about it. */
  const field = (name: keyof FrontSettings, label: string, hint: string) => ({
    label,
    hint,
    error: FIELD_OF[rule] === name ? t(`refused.${rule}`) : null,
    value: values[name],
    onValue: set(name),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    try {
      setValues(await post<FrontSettings>("/api/v1/office/front", values));
      setSaved(true);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="page">
      <OfficeNav />
      <h1>{t("heading")}</h1>
      <p className="lead">{t("lead")}</p>
      <form className="card" onSubmit={(event) => void submit(event)} noValidate>
        <h2>{t("traces.heading")}</h2>
        <TextField {...field("pageTitle", t("traces.title"), t("traces.titleHint"))} dir="auto" autoComplete="off" />
        <OneOf
          legend={t("traces.icon")}
          choices={(["mark", "plain"] as const).map((value) => ({ value, label: t(`traces.icons.${value}`) }))}
          value={values.pageIcon}
          onValue={set("pageIcon")}
        />
        <TextField {...field("exitAddress", t("traces.exit"), t("traces.exitHint"))} {...ADDRESS} />
        <h2>{t("advice.heading")}</h2>
        <TextArea {...field("emergencyText", t("advice.emergency"), t("advice.emergencyHint"))} rows={3} />
        <TextField {...field("emergencyLink", t("advice.link"), t("advice.linkHint"))} {...ADDRESS} />
        <TextArea {...field("secretsText", t("advice.secrets"), t("advice.secretsHint"))} rows={3} />
        <Failure error={FIELD_OF[rule] ? null : error} />
        <p className="actions">
          <button type="submit" className="button primary" disabled={!ready || busy}>
            {t("save")}
          </button>
          <a href="/guidance">{t("look")}</a>
        </p>
        <div role="status">{saved && <p className="note good">{t("saved")}</p>}</div>
      </form>
    </div>
  );
}
