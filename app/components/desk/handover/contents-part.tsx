import { useLanguage, useWords } from "~/components/words";
import { writeBytes, writeDay } from "~/desk/days";
import { bytesOf, MOST_HANDED_BYTES, type Offered } from "~/desk/handover/offered";
import { readReport } from "~/desk/read-bodies";
import { visibleText } from "~/desk/safe-text";
import { ManyOf } from "../choices";
import { useDesk } from "../use-desk";
import type { PartProps } from "./handover-field";

/** So much of a message stands beside its box. */
const FIRST_CHARS = 120;

/** What of the opened case goes along. Nothing does unless it is ticked. */
export function ContentsPart({ offered, choice, onChoose }: PartProps & { offered: Offered }) {
  const t = useWords("handover");
  const language = useLanguage();
  const { today } = useDesk();
  const day = (value: string) => writeDay(value, language, today);
  const size = bytesOf(offered.files, choice.files);
  const words = { size: writeBytes(size, language), most: writeBytes(MOST_HANDED_BYTES, language) };
  return (
    <>
      <ManyOf
        legend={t("contents.legend")}
        hint={t("contents.hint")}
        values={[...(choice.report ? ["report"] : []), ...(choice.fileList ? ["fileList"] : [])]}
        onValues={(values) => onChoose({ report: values.includes("report"), fileList: values.includes("fileList") })}
        choices={[
          {
            value: "report",
            label: t("contents.report"),
            hint: t(offered.report ? "contents.reportHint" : "contents.noReport"),
            disabled: !offered.report,
          },
          {
            value: "fileList",
            label: t("contents.fileList"),
            hint: t("contents.fileListHint", { count: offered.files.length }),
            disabled: offered.files.length === 0,
          },
        ]}
      />
      {asksCare(offered) && <p className="note warn">{t("contents.confidential")}</p>}
      {offered.messages.length > 0 && (
        <ManyOf
          legend={t("contents.messages")}
          values={choice.messages}
          onValues={(messages) => onChoose({ messages })}
          choices={offered.messages.map((one) => ({
            value: one.id,
            label: <bdi>{visibleText(one.text.slice(0, FIRST_CHARS)).trim() || "…"}</bdi>,
            hint: t(`contents.from.${one.from}`, { day: day(one.day) }),
          }))}
        />
      )}
      {offered.files.length > 0 && (
        <ManyOf
          legend={t("contents.files")}
          hint={t("contents.filesHint", words)}
          error={size > MOST_HANDED_BYTES ? t("contents.tooLarge", words) : null}
          values={choice.files}
          onValues={(files) => onChoose({ files })}
          choices={offered.files.map(({ id, day: on, manifest }) => ({
            value: id,
            label: <bdi className="file-name">{visibleText(manifest.name)}</bdi>,
            hint: `${writeBytes(manifest.bytes, language)} · ${day(on)}`,
          }))}
        />
      )}
    </>
  );
}

/** Whether the reporter asked that parts of the report stay here, or be asked about first. */
function asksCare({ report }: Offered): boolean {
  const parts = report ? readReport(report.body).answers.confidParts : undefined;
  return Array.isArray(parts) && parts.length > 0;
}
