import { useWords } from "~/components/words";
import type { HandoverChoice } from "~/desk/handover/choice";
import type { Offered } from "~/desk/handover/offered";

/** In plain words what the other office will see, what it will not, and what shows on the way. */
export function SeenPart({ offered, choice }: { offered: Offered; choice: HandoverChoice }) {
  const t = useWords("handover");
  const { letter, report, messages, fileList, files } = choice;
  const left = { messages: offered.messages.length - messages.length, files: offered.files.length - files.length };
  const seen = [
    ...(letter.trim() ? [t("seen.letter")] : []),
    ...(report ? [t("seen.report")] : []),
    ...(messages.length > 0 ? [t("seen.messages", { count: messages.length })] : []),
    ...(fileList ? [t("seen.fileList")] : []),
    ...(files.length > 0 ? [t("seen.files", { count: files.length })] : []),
    t("seen.always"),
  ];
  const unseen = [
    t("unseen.identity"),
    t("unseen.office"),
    ...(report ? [] : [t("unseen.report")]),
    ...(left.messages > 0 ? [t("unseen.messages", { count: left.messages })] : []),
    ...(left.files > 0 ? [t("unseen.files", { count: left.files })] : []),
  ];
  return (
    <section>
      <h3>{t("seen.heading")}</h3>
      <Lines lines={seen} />
      <h3>{t("unseen.heading")}</h3>
      <Lines lines={unseen} />
      <p className="quiet small">{t("seen.way")}</p>
    </section>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
