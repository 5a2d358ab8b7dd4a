import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";

/** What a visitor sees before an office exists: no form, and why. */
export function NotSetUp() {
  const t = useWords("public");
  return (
    <PublicPage>
      <h1>{t("notSetUp.title")}</h1>
      <p className="lead">{t("notSetUp.text")}</p>
    </PublicPage>
  );
}
