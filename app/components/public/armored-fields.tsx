import { useWords } from "~/components/words";

/**
 * What a sealed message looks like, for the browser itself to check: it refuses to send anything else. The first run of
 * text after the header is at least forty characters without a space, which no sentence is.
 */
export const ARMORED_PATTERN =
  "\\s*-----BEGIN PGP MESSAGE-----\\s*(?:(?:Version|Comment|MessageID|Hash|Charset): [^:]{0,80}\\s+){0,5}" +
  "[A-Za-z0-9+\\/]{40}[A-Za-z0-9+\\/=\\s]*-----END PGP MESSAGE-----\\s*";

/** The same for what the page to take away has sealed; its armor has no headers. */
export const REPORT_FILE_PATTERN =
  "\\s*-----BEGIN OMBRA SEALED REPORT-----\\s*[A-Za-z0-9+\\/]{40}[A-Za-z0-9+\\/=\\s]*-----END OMBRA SEALED REPORT-----\\s*";

/**
 * Takes something sealed, pasted or as a file. The field is one line and no text box: plain words cannot be sent with it,
 * since the browser holds back what does not look like a sealed message. New lines that are pasted become spaces.
 * A file cannot be judged without scripts: browsers show other kinds greyed out, and the server stops at the first bytes.
 */
export function SealedFields({ pattern }: { pattern: string }) {
  const t = useWords("public");
  const more = useWords("armored");
  return (
    <>
      <div className="field">
        <label htmlFor="message">{t("armored.message")}</label>
        <p className="hint" id="message-hint">
          {t("armored.messageHint")}
        </p>
        <input
          id="message"
          name="message"
          type="text"
          pattern={pattern}
          aria-describedby="message-hint"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          title={t("armored.message")}
        />
      </div>
      <div className="field">
        <label htmlFor="sealed-file">{more("upload.label")}</label>
        <p className="hint" id="sealed-file-hint">
          {more("upload.hint")}
        </p>
        <input
          id="sealed-file"
          name="file"
          type="file"
          accept=".asc"
          aria-describedby="sealed-file-hint"
          data-plain={more("upload.plain")}
        />
      </div>
    </>
  );
}

/** The field for a return code, typed anew each time. */
export function CodeField({ id }: { id: string }) {
  const t = useWords("public");
  return (
    <div className="field">
      <label htmlFor={id}>{t("bareMailbox.code")}</label>
      <p className="hint" id={`${id}-hint`}>
        {t("bareMailbox.codeHint")}
      </p>
      <input
        id={id}
        name="code"
        type="text"
        required
        pattern="[0-9A-Za-z \-]{26,40}"
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        title={t("bareMailbox.code")}
      />
    </div>
  );
}
