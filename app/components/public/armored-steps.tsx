import type { ReactNode } from "react";
import { Fingerprint } from "~/components/fingerprint";
import { useHref } from "~/components/href";
import { useWords } from "~/components/words";

type Person = { person: string; displayName: string; fingerprint: string };

/** The steps for gpg, as commands that can be copied whole. */
export function ArmoredSteps({ origin, people }: { origin: string; people: Person[] }) {
  const t = useWords("public");
  const href = useHref();
  const recipients = people.map(({ fingerprint }) => `  --recipient ${fingerprint.toUpperCase()}`).join(" \\\n");
  return (
    <section>
      <h2>{t("armored.steps")}</h2>
      <ol className="how">
        <Step text={t("armored.fetch")} command={`curl -o keys.asc ${origin}/keys/all.asc\ngpg --import keys.asc`}>
          {t("armored.fetchHint")} <a href={href("/keys/all.asc")}>keys.asc</a>
        </Step>
        <Step text={t("armored.check")} command="gpg --fingerprint" />
        <Step
          text={t("armored.reply")}
          command={"gpg --quick-generate-key reply default default never\ngpg --armor --export =reply >> message.txt"}
        />
        <Step
          text={t("armored.seal")}
          command={`gpg --armor --encrypt --trust-model always --no-encrypt-to \\\n${recipients} \\\n  message.txt`}
        >
          {t("armored.sealHint")}
        </Step>
        <Step
          text={t("armored.send")}
          command={`curl --data-binary @message.txt.asc \\\n  --header "Content-Type: application/pgp-encrypted" \\\n  "${origin}/api/v1/reports?kind=tip"`}
        />
      </ol>
    </section>
  );
}

function Step({ text, command, children }: { text: string; command: string; children?: ReactNode }) {
  return (
    <li>
      <p>{text}</p>
      <pre dir="ltr">{command}</pre>
      {children && <p className="quiet">{children}</p>}
    </li>
  );
}

/** Those who can open a bare message, with the office's own fingerprint above them. */
export function ArmoredPeople({ office, people }: { office: string; people: Person[] }) {
  const t = useWords("public");
  const href = useHref();
  return (
    <section className="card">
      <h2>{t("armored.people")}</h2>
      <ul className="people-lines">
        {people.map(({ person, displayName, fingerprint }) => (
          <li key={person}>
            <span dir="auto">{displayName}</span> <Fingerprint value={fingerprint} />
          </li>
        ))}
      </ul>
      <p>
        {t("armored.office")} <Fingerprint value={office} />
      </p>
      <p>
        <a href={href("/keys")}>{t("armored.allKeys")}</a>
      </p>
    </section>
  );
}
