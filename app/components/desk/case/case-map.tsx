import { useLanguage, useWords } from "~/components/words";
import { itemsOf, type Section, sectionOf } from "~/desk/case-sections";
import type { ChainReport } from "~/desk/check-chain";
import { localeOf } from "~/desk/days";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, Scope } from "~/desk/records";
import { useDesk } from "../use-desk";

const SECTIONS: readonly Section[] = ["report", "conversation", "package", "handover", "files", "notes", "reasons"];
/** Sections that most cases never have. */
const RARE: readonly Section[] = ["package", "handover"];

/** Where you are in the file, and how much there is of it. */
export function CaseMap({
  record,
  opened,
  chain,
}: {
  record: CaseRecord;
  opened: OpenedCase | null;
  chain: ChainReport | null;
}) {
  const t = useWords("desk");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const countOf = (section: Section) =>
    opened
      ? itemsOf(section, record, opened).length
      : record.items.filter(({ kind }) => sectionOf(kind) === section).length;
  return (
    <div className="case-map">
      <nav className="no-print" aria-label={t("case.map")}>
        <ul className="plain">
          <li className="only-narrow">
            <a href="#acts">{t("acts.heading")}</a>
          </li>
          {SECTIONS.filter((section) => !RARE.includes(section) || countOf(section) > 0).map((section) => (
            <li key={section}>
              <a href={`#${section}`}>
                {t(`case.section.${section}`)}
                {section !== "report" && <span className="count">{number.format(countOf(section))}</span>}
              </a>
            </li>
          ))}
          <li>
            <a href="#timeline">
              {t("case.section.timeline")}
              {chain?.brokenAt != null && <span className="late"> {t("case.broken")}</span>}
            </a>
          </li>
          {!record.readOnly && (
            <li>
              <a href="#procedure">{t("case.section.procedure")}</a>
            </li>
          )}
          <li>
            <a href="#export">{t("export.heading")}</a>
          </li>
        </ul>
      </nav>
      <Why record={record} />
    </div>
  );
}

/** Why this person sees the case at all. */
function Why({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { me, directory } = useDesk();
  const namesOf = (scope: Scope) =>
    record.members
      .filter((member) => member.person !== me.person && (member.scope ?? "case") === scope)
      .map(
        ({ person }) => directory.find((colleague) => colleague.person === person)?.displayName ?? t("people.unknown"),
      );
  const [others, contacts] = [namesOf("case"), namesOf("respondent")];
  const assigned = record.readOnly
    ? undefined
    : record.snapshot.context.assigned.find(({ person }) => person === me.person);
  return (
    <div className="case-why">
      <p>
        {assigned
          ? t("case.whyAssigned", { role: codes(`roles.${assigned.role}.label`) })
          : t("case.why", { roles: me.roles.map((role) => codes(`roles.${role}.label`)).join(" · ") })}
      </p>
      <p>{others.length > 0 ? t("case.others", { names: others.join(t("list.comma")) }) : t("case.alone")}</p>
      {contacts.length > 0 && <p>{t("case.contacts", { names: contacts.join(t("list.comma")) })}</p>}
    </div>
  );
}
