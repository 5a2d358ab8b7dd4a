import { useHref } from "~/components/href";
import { useWords } from "~/components/words";

type Person = { fingerprint: string };

/** The release of sq whose commands these are: later ones name their options otherwise. */
const SQ_VERSION = "0.27";

/** The same by other programs: Kleopatra in words, Sequoia as commands; and how files go along. */
export function ArmoredPrograms({ origin, people }: { origin: string; people: Person[] }) {
  return (
    <section>
      <Kleopatra />
      <Sequoia origin={origin} people={people} />
      <Files people={people} />
    </section>
  );
}

function Kleopatra() {
  const t = useWords("armored");
  const href = useHref();
  const steps = ["import", "compare", "key", "block", "write", "recipients", "encrypt"];
  return (
    <details className="card act">
      <summary>{t("kleopatra.title")}</summary>
      <p>{t("kleopatra.lead")}</p>
      <ol className="how">
        {steps.map((step) => (
          <li key={step}>
            {t(`kleopatra.${step}`)} {step === "import" && <a href={href("/keys/all.asc")}>keys.asc</a>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Sequoia({ origin, people }: { origin: string; people: Person[] }) {
  const t = useWords("armored");
  const handles = people.map(({ fingerprint }) => `  --handle ${fingerprint.toUpperCase()}`).join(" \\\n");
  const steps: [string, string][] = [
    ["fetch", `curl -o keys.asc ${origin}/keys/all.asc\nsq inspect keys.asc`],
    ["choose", `sq keyring filter \\\n${handles} \\\n  --output to.asc keys.asc`],
    ["key", "sq key generate --userid reply --export reply.key\nsq key extract-cert reply.key >> message.txt"],
    ["seal", "sq encrypt --recipient-cert to.asc --output message.txt.asc message.txt"],
  ];
  return (
    <details className="card act">
      <summary>{t("sequoia.title", { version: SQ_VERSION })}</summary>
      <ol className="how">
        {steps.map(([step, command]) => (
          <li key={step}>
            <p>{t(`sequoia.${step}`)}</p>
            <pre dir="ltr">{command}</pre>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Files({ people }: { people: Person[] }) {
  const t = useWords("armored");
  const recipients = people.map(({ fingerprint }) => `  --recipient ${fingerprint.toUpperCase()}`).join(" \\\n");
  const command = `gpg --armor --encrypt --trust-model always --no-encrypt-to \\\n${recipients} \\\n  --output sealed.asc photo.jpg`;
  return (
    <details className="card act">
      <summary>{t("files.title")}</summary>
      <p>{t("files.lead")}</p>
      <pre dir="ltr">{command}</pre>
      <p>{t("files.send")}</p>
      <p className="note warn">{t("files.care")}</p>
    </details>
  );
}
