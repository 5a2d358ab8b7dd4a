import { useLanguage, useWords } from "~/components/words";
import { localeOf, writeDay } from "~/desk/days";
import type { Body } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { flagWords } from "~/desk/triage/named-flags";
import { readSheet, type Sheet, type SheetLine } from "~/desk/triage/read-sheet";
import { PlainText } from "../plain-text";

/** A triage sheet line by line: factor, value, points times weight, why. A second person sees all that the first one wrote. */
export function TriageSheet({ body, record }: { body: Body; record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const sheet = readSheet(body, record.kind);
  return (
    <>
      <p>
        <span className="pill">{sheet.tier}</span>{" "}
        {t("triage.sum", { score: number.format(sheet.score), tier: sheet.computed })}
      </p>
      {sheet.follows === false && (
        <p className="note bad" role="alert">
          {t("triage.mismatch")}
        </p>
      )}
      {sheet.why && (
        <p>
          <PlainText text={sheet.why} />
        </p>
      )}
      <Rules sheet={sheet} />
      <details>
        <summary>{t("triage.lines")}</summary>
        <Lines lines={sheet.lines} />
        {sheet.follows === null && <p className="quiet">{t("triage.unknownPolicy")}</p>}
        <Flags flags={sheet.flags} />
        <p className="quiet">{codes("overrides.O6")}.</p>
      </details>
      <PolicyNote sheet={sheet} today={record.today} />
    </>
  );
}

function Lines({ lines }: { lines: SheetLine[] }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  return (
    <table>
      <thead>
        <tr>
          {["factor", "value", "points", "lineWhyColumn"].map((column) => (
            <th scope="col" key={column}>
              {t(`triage.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ factor, base, plusOne, points, weight, why }) => (
          <tr key={factor}>
            <th scope="row">{codes(`factors.${factor}.label`, { defaultValue: factor })}</th>
            <td>
              {base === null
                ? codes(`factors.${factor}.values.${points}`, { defaultValue: number.format(points) })
                : t(`triage.misuse.${base}`, { defaultValue: number.format(base) })}
              {plusOne && <span className="under">{t("triage.plusOne")}</span>}
            </td>
            <td className="factor-sum">
              {weight === null
                ? number.format(points)
                : t("triage.lineSum", {
                    points: number.format(points),
                    weight: number.format(weight),
                    product: number.format(points * weight),
                  })}
            </td>
            <td>
              <PlainText text={why} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rules({ sheet }: { sheet: Sheet }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  if (sheet.rules.length === 0) return null;
  return (
    <>
      <p className="strong">{t("triage.overrides")}</p>
      <ul>
        {sheet.rules.map((rule) => (
          <li key={rule}>{codes(`overrides.${rule}`, { defaultValue: rule })}</li>
        ))}
      </ul>
      {sheet.alternate && <p className="note warn">{t("triage.alternate")}</p>}
    </>
  );
}

function Flags({ flags }: Pick<Sheet, "flags">) {
  const t = useWords("desk");
  const language = useLanguage();
  if (flags.length === 0) return null;
  return (
    <>
      <p className="strong">{t("triage.flags")}</p>
      <ul>
        {flags.map((flag) => (
          <li key={flag}>{flagWords(flag, language)}</li>
        ))}
      </ul>
    </>
  );
}

function PolicyNote({ sheet, today }: { sheet: Sheet; today: string }) {
  const t = useWords("desk");
  const language = useLanguage();
  const { policy: version, reviewBy } = sheet;
  return (
    <p className="quiet">
      {reviewBy === null
        ? t("triage.policyOnly", { version })
        : t("triage.policy", { version, day: writeDay(reviewBy, language, today) })}
    </p>
  );
}
