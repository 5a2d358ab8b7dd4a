import { useHref } from "~/components/href";
import { ARMORED_PATTERN, CodeField, SealedFields } from "~/components/public/armored-fields";
import { useWords } from "~/components/words";

/** Reading and writing with a code. Both forms stand there always: the page knows of no code between two requests. */
export function BareForms({ isOpen }: { isOpen: boolean }) {
  const t = useWords("public");
  const action = useHref()("/mailbox/armored");
  return (
    <>
      <section className="card">
        <h2>{t("bareMailbox.open")}</h2>
        <form method="post" action={action}>
          <CodeField id="code-read" />
          <button type="submit" className={isOpen ? "button" : "button primary"}>
            {t("bareMailbox.read")}
          </button>
        </form>
      </section>
      <section className="card">
        <h2>{t("bareMailbox.add")}</h2>
        <p>{t("bareMailbox.addHint")}</p>
        <form method="post" action={action} encType="multipart/form-data">
          <CodeField id="code-write" />
          <SealedFields pattern={ARMORED_PATTERN} />
          <button type="submit" className="button">
            {t("bareMailbox.send")}
          </button>
        </form>
      </section>
    </>
  );
}
