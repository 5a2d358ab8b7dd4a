import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { firstWords } from "~/desk/opened-titles";
import type { CaseRecord } from "~/desk/records";
import { summaryOf } from "~/desk/summary";
import { Failure } from "../failure";
import { PlainText } from "../plain-text";
import { TierPill } from "../tier-pill";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { CaseHead } from "./case-head";
import { CaseMap } from "./case-map";
import { Conversation } from "./conversation";
import { Departures } from "./departures";
import { ExportCase } from "./export-case";
import { Files } from "./files";
import { HandedOn } from "./handed-on";
import { LiaisonPage } from "./liaison-page";
import { Notes } from "./notes";
import { Procedure } from "./procedure";
import { PutToAuthority } from "./put-to-authority";
import { Readers } from "./readers";
import { Reasons } from "./reasons";
import { Report } from "./report";
import { CaseSide } from "./side";
import { Timeline } from "./timeline";
import { Earlier, SafeContact } from "./told";
import { useOpenedCase } from "./use-opened-case";

/** A case as this person is given it: all of it, or what is put to the authority for which they speak. */
export function CasePage({ record }: { record: CaseRecord }) {
  return record.scope === "respondent" ? <LiaisonPage record={record} /> : <WholeCase record={record} />;
}

/** A case: its map, the file itself, and what can be done. */
function WholeCase({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const desk = useDesk();
  const key = useKey(desk.me);
  const { opened, chain, error } = useOpenedCase(record, desk, key);
  const title = opened ? summaryOf(opened) : "";
  return (
    <div className="case">
      <p className="crumbs">
        <Link to="/desk">{t("case.queue")}</Link>
        <span aria-hidden="true"> › </span>
        <bdi>{record.reference}</bdi> · {codes(`kinds.${record.kind}.label`)} · {codes(`states.${record.state}.label`)}{" "}
        · <TierPill tier={record.tier} urgent={record.urgent} />
      </p>
      <CaseMap record={record} opened={opened} chain={chain} />
      <div className="case-file">
        <h1>{title ? <PlainText text={firstWords(title)} /> : t("case.title", { reference: record.reference })}</h1>
        <CaseHead record={record} />
        <Departures record={record} />
        <Readers record={record} />
        {!key && <UnlockPanel me={desk.me} />}
        <Failure error={error} />
        {key && !opened && !error && (
          <p role="status" className="quiet">
            {t("case.opening", { count: record.items.length })}
          </p>
        )}
        {opened && (
          <>
            <SafeContact opened={opened} />
            <Earlier opened={opened} />
            <Report record={record} opened={opened} />
            <Conversation record={record} opened={opened} />
            <PutToAuthority record={record} opened={opened} />
            <HandedOn record={record} opened={opened} />
            <Files record={record} opened={opened} />
            <Notes record={record} opened={opened} />
            <Reasons record={record} opened={opened} />
          </>
        )}
        <Timeline record={record} chain={chain} />
        {!record.readOnly && <Procedure record={record} />}
        <ExportCase record={record} />
      </div>
      <CaseSide record={record} opened={opened} held={key} />
    </div>
  );
}
