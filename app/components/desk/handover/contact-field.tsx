import { useWords } from "~/components/words";
import { checkDirectory } from "~/desk/directory";
import { SelectField } from "../act/select-field";
import { useDesk } from "../use-desk";
import type { PartProps } from "./handover-field";

/** Contacts of authorities with a key in this office's directory: the office has compared their fingerprints already. */
export function ContactField({ choice, onChoose }: PartProps) {
  const t = useWords("handover");
  const { office, directory } = useDesk();
  const contacts = directory.filter(({ roles }) => roles.includes("liaison"));
  if (contacts.length === 0) return null;
  const choose = async (person: string | null) => {
    const contact = person ? (await checkDirectory({ office, directory })).get(person) : undefined;
    if (!contact) return onChoose({ key: null, compared: false });
    const { readForeignKey } = await import("~crypto/foreign-key");
    const key = await readForeignKey(contact.publicKey, new Date()).catch(() => null);
    onChoose({ key, compared: key !== null });
  };
  return (
    <SelectField
      label={t("contact.label")}
      hint={t("contact.hint")}
      empty={t("contact.none")}
      value={contacts.find(({ fingerprint }) => fingerprint === choice.key?.fingerprint)?.person ?? null}
      onValue={(person) => void choose(person)}
    >
      {contacts.map(({ person, displayName }) => (
        <option key={person} value={person}>
          {displayName}
        </option>
      ))}
    </SelectField>
  );
}
