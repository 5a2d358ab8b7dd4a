import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { newestOf } from "~/desk/plan-keys";
import type { CaseRecord } from "~/desk/records";
import { Failure } from "../failure";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { PutToAuthority } from "./put-to-authority";
import { CaseSide } from "./side";
import { useOpenedCase } from "./use-opened-case";

/** A case as an authority's contact sees it: what was put to them, their answers, and what they can do now. */
export function LiaisonPage({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const desk = useDesk();
  const key = useKey(desk.me);
  const { opened, error } = useOpenedCase(record, desk, key);
  return (
    <div className="case">
      <p className="crumbs">
        <Link to="/desk">{t("case.queue")}</Link>
        <span aria-hidden="true"> › </span>
        <bdi>{record.reference}</bdi> · {codes(`kinds.${record.kind}.label`)} · {codes(`states.${record.state}.label`)}
      </p>
      <div className="case-map">
        <div className="case-why">
          <p>{t("package.why")}</p>
          <p>{t("package.chain")}</p>
        </div>
      </div>
      <div className="case-file">
        <h1>{t("case.title", { reference: record.reference })}</h1>
        {record.readOnly && <p className="note warn">{t("case.readOnly")}</p>}
        {newestOf(record, "respondent")?.stale && <p className="note warn">{t("package.waits")}</p>}
        {!key && <UnlockPanel me={desk.me} />}
        <Failure error={error} />
        {key && !opened && !error && (
          <p role="status" className="quiet">
            {t("case.opening", { count: record.items.length })}
          </p>
        )}
        {opened && <PutToAuthority record={record} opened={opened} />}
      </div>
      <CaseSide record={record} opened={opened} held={key} />
    </div>
  );
}
