import { useId, useState } from "react";
import { useWords } from "~/components/words";
import { ChangeFrame } from "./change-frame";
import type { WeightRow } from "./policies-view";
import { LEAST_REASON, usePolicyChange } from "./use-policy-change";

/** What each factor of the tiers counts, and for an ombudsperson the form that changes one weight. */
export function Weights({ rows, mayChange }: { rows: WeightRow[]; mayChange: boolean }) {
  const t = useWords("policy");
  return (
    <section aria-labelledby="weights">
      <h2 id="weights">{t("weights.heading")}</h2>
      <p>{t("weights.lead")}</p>
      <WeightTable rows={rows} />
      {mayChange ? <WeightForm rows={rows} /> : <p className="quiet">{t("form.whoMay")}</p>}
    </section>
  );
}

function WeightTable({ rows }: { rows: WeightRow[] }) {
  const t = useWords("policy");
  const codes = useWords("codes");
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t("weights.factor")}</th>
          <th scope="col">{t("weights.weight")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ factor, weight, published }) => (
          <tr key={factor}>
            <th scope="row" data-label={t("weights.factor")}>
              <span>{codes(`factors.${factor}.label`)}</span>
            </th>
            <td data-label={t("weights.weight")}>
              <span>
                {weight}
                {weight !== published && (
                  <>
                    {" "}
                    <span className="pill tint">{t("weights.instead", { published })}</span>
                  </>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WEIGHTS = Array.from({ length: 10 }, (_, nth) => nth + 1);

function WeightForm({ rows }: { rows: WeightRow[] }) {
  const t = useWords("policy");
  const codes = useWords("codes");
  const id = useId();
  const change = usePolicyChange("tiers");
  const [factor, setFactor] = useState(rows[0]?.factor ?? "");
  const [weight, setWeight] = useState(rows[0]?.weight ?? 1);
  const [reason, setReason] = useState("");
  const [reasonError, setReasonError] = useState<string | null>(null);

  const choose = (chosen: string) => {
    setFactor(chosen);
    setWeight(rows.find((row) => row.factor === chosen)?.weight ?? 1);
  };
  const submit = async () => {
    const fault = reason.trim().length < LEAST_REASON ? t("fault.noReason") : null;
    setReasonError(fault);
    if (!fault && (await change.send({ [factor]: weight }, reason))) setReason("");
  };

  return (
    <ChangeFrame
      heading={t("weights.formHeading")}
      change={change}
      reason={reason}
      onReason={setReason}
      reasonError={reasonError}
      onSubmit={() => void submit()}
    >
      <div className="field">
        <label htmlFor={`${id}-factor`}>{t("weights.factor")}</label>
        <select id={`${id}-factor`} value={factor} onChange={(event) => choose(event.target.value)}>
          {rows.map((row) => (
            <option key={row.factor} value={row.factor}>
              {codes(`factors.${row.factor}.label`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-weight`}>{t("weights.weight")}</label>
        <select id={`${id}-weight`} value={weight} onChange={(event) => setWeight(Number(event.target.value))}>
          {WEIGHTS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
    </ChangeFrame>
  );
}
