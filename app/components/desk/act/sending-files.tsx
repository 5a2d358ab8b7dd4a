import { useLanguage, useWords } from "~/components/words";
import { writeBytes } from "~/desk/days";

/** How much of an act's files is sealed and on the office's server, now or when it came to a halt. Units: bytes. */
export function SendingFiles({ sent, of, isHalted }: { sent: number; of: number; isHalted: boolean }) {
  const t = useWords("desk");
  const language = useLanguage();
  const amounts = { sent: writeBytes(sent, language), of: writeBytes(of, language) };
  if (isHalted) return sent > 0 ? <p className="quiet small">{t("act.files.goesOn", amounts)}</p> : null;
  return (
    <>
      <progress max={of} value={sent} aria-label={t("act.files.label")} />
      <p role="status" className="quiet small">
        {t("act.files.sent", amounts)}
      </p>
    </>
  );
}
