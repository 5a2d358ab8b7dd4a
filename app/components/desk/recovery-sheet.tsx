import { useState } from "react";
import { useWords } from "~/components/words";
import { saveText } from "~/desk/save";
import { Fingerprint } from "./fingerprint";

export type RecoveryFile = { name: string; armored: string; label: string };

/** The printable sheet: the words that open the recovery copies, the copies themselves as files, and the fingerprint. */
export function RecoverySheet(props: {
  title: string;
  officeName: string;
  words: string[];
  files: RecoveryFile[];
  fingerprint: string;
  day: string;
  confirm: string;
  busy: boolean;
  onDone: () => void;
}) {
  const t = useWords("desk");
  const [kept, setKept] = useState(false);
  return (
    <section className="card recovery" aria-labelledby="recovery">
      <h2 id="recovery">{props.title}</h2>
      <p className="sheet-office">
        {props.officeName} · {props.day}
      </p>
      <p>{t("recovery.what")}</p>
      <ol className="receipt-words" dir="ltr" id="recovery-words">
        {props.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words keep their places, and a word can come twice
          <li key={index}>
            <span className="mono">{word}</span>
          </li>
        ))}
      </ol>
      <h3>{t("recovery.fingerprint")}</h3>
      <Fingerprint value={props.fingerprint} />
      <p>{t("recovery.how")}</p>
      <p className="mono small" dir="ltr">
        gpg --import FILE
      </p>
      <p className="note warn">{t("recovery.keep")}</p>
      <p className="actions no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {t("recovery.print")}
        </button>
        {props.files.map((file) => (
          <button type="button" className="button" key={file.name} onClick={() => saveText(file.name, file.armored)}>
            {file.label}
          </button>
        ))}
      </p>
      <label className="choice no-print">
        <input type="checkbox" checked={kept} onChange={() => setKept(!kept)} />
        <span>{t("recovery.kept")}</span>
      </label>
      <p className="actions no-print">
        <button type="button" className="button primary" disabled={!kept || props.busy} onClick={props.onDone}>
          {props.confirm}
        </button>
      </p>
    </section>
  );
}
