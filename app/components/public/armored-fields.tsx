import { useWords } from "~/components/words";

/**
 * What a sealed message looks like, for the browser itself to check: it refuses to send anything else. The first run of
 * text after the header is at least forty characters without a space, which no sentence is.
 */
export const ARMORED_PATTERN =
  "\\s*-----BEGIN PGP MESSAGE-----\\s*(?:(?:Version|Comment|MessageID|Hash|Charset): [^:]{0,80}\\s+){0,5}" +
  "[A-Za-z0-9+\\/]{40}[A-Za-z0-9+\\/=\\s]*-----END PGP MESSAGE-----\\s*";

/**
 * The field for a sealed message. It is one line and no text box: plain words cannot be sent with it, since the browser
 * holds back what does not look like an OpenPGP message. New lines that are pasted become spaces.
 */
export function ArmoredField() {
  const t = useWords("public");
  return (
    <div className="field">
      <label htmlFor="message">{t("armored.message")}</label>
      <p className="hint" id="message-hint">
        {t("armored.messageHint")}
      </p>
      <input
        id="message"
        name="message"
        type="text"
        required
        pattern={ARMORED_PATTERN}
        aria-describedby="message-hint"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        title={t("armored.message")}
      />
    </div>
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
