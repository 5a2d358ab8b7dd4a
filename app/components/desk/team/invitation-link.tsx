import { useEffect, useId, useRef, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { useDesk } from "../use-desk";

/** The one-time link, shown once, with a button that copies it. */
export function InvitationLink({
  path,
  expiresDay,
  displayName,
}: {
  path: string;
  expiresDay: string;
  displayName: string;
}) {
  const t = useWords("desk");
  const language = useLanguage();
  const { today } = useDesk();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}${path}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new link is a new thing to copy
  useEffect(() => {
    setCopied(false);
    field.current?.focus();
  }, [path]);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without a secure context the text stays selected, to be copied by hand.
      setCopied(false);
    }
  };
  return (
    <div className="note good">
      <p>
        <label htmlFor={id}>{t("team.link", { name: displayName, day: writeDay(expiresDay, language, today) })}</label>
      </p>
      <p className="copy">
        <input
          id={id}
          ref={field}
          type="text"
          className="mono"
          dir="ltr"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={() => void copy()}>
          {t(copied ? "team.copied" : "team.copy")}
        </button>
      </p>
      <p role="status" className="visually-hidden">
        {copied ? t("team.copied") : ""}
      </p>
    </div>
  );
}
