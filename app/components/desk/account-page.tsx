import { useWords } from "~/components/words";
import type { Desk } from "~/desk/records";
import { saveText } from "~/desk/save";
import { ChangePassphrase } from "./account/change-passphrase";
import { RotateKey } from "./account/rotate-key";
import { Fingerprint, ShortCode } from "./fingerprint";
import { OwnKeyEnd } from "./key-end";
import { LanguageSwitch } from "./language-switch";
import { MailSettings } from "./notices/mail-settings";
import { RecoveryCopy } from "./recovery-copy";
import { UnlockPanel } from "./unlock-panel";
import { useKey } from "./use-key";

/** My own key, my language, and copies to keep. */
export function AccountPage({ desk }: { desk: Desk }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const key = useKey(desk.me);
  const { me } = desk;
  return (
    <div className="page">
      <h1>{t("account.heading")}</h1>
      <OwnKeyEnd isAccountPage />
      <section className="card" aria-labelledby="me">
        <h2 id="me">{me.displayName}</h2>
        <dl className="facts">
          <dt>{t("you.name")}</dt>
          <dd>
            <bdi>{me.name}</bdi>
          </dd>
          <dt>{t("team.roles")}</dt>
          <dd>
            <ul className="plain">
              {me.roles.map((role) => (
                <li key={role}>
                  <span className="pill">{codes(`roles.${role}.label`)}</span> {codes(`roles.${role}.does`)}
                </li>
              ))}
            </ul>
          </dd>
          <dt>{t("account.fingerprint")}</dt>
          <dd>
            <Fingerprint value={me.fingerprint} />
          </dd>
          <dt>{t("code.label")}</dt>
          <dd>
            <ShortCode fingerprint={me.fingerprint} />
          </dd>
          <dt>{t("account.language")}</dt>
          <dd>
            <LanguageSwitch />
            <p className="quiet small">{t("account.languageHint")}</p>
          </dd>
        </dl>
        <p className="actions">
          <button type="button" className="button" onClick={() => saveText(`${me.name}-public.asc`, me.publicKey)}>
            {t("account.savePublic")}
          </button>
        </p>
      </section>
      <MailSettings />
      {key ? (
        <>
          <RotateKey desk={desk} heldKey={key} />
          <RecoveryCopy desk={desk} heldKey={key} />
        </>
      ) : (
        <UnlockPanel me={me} />
      )}
      <ChangePassphrase me={me} />
    </div>
  );
}
