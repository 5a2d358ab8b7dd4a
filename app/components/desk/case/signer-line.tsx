import { useLanguage, useWords } from "~/components/words";
import { chainedSince } from "~/desk/check-chain";
import { writeDay } from "~/desk/days";
import { leftOn } from "~/desk/former";
import type { OpenedItem } from "~/desk/open-case";
import type { CaseRecord } from "~/desk/records";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/** Who wrote an item, that the signature was checked, and when. */
export function SignerLine({ one }: { one: OpenItem }) {
  const t = useWords("desk");
  const language = useLanguage();
  const people = useWords("people");
  const desk = useDesk();
  const { today } = desk;
  const name = usePersonName(one.signer);
  const day = writeDay(one.item.day, language, today);
  const left = one.signer ? leftOn(desk, one.signer) : null;
  if (left) {
    return <p className="signer">{people("signedByFormer", { name, day, left: writeDay(left, language, today) })}</p>;
  }
  return <p className="signer">{one.signer ? t("item.signed", { name, day }) : t("item.byReporter", { day })}</p>;
}

/** That this device opened the report, who sealed it, and since when it is known to be unchanged. */
export function IntegrityLine({ one, record }: { one: OpenItem; record: CaseRecord }) {
  const t = useWords("desk");
  const language = useLanguage();
  const { today } = useDesk();
  const name = usePersonName(one.signer);
  const since = chainedSince(record, one.item.digest);
  const by = one.signer ? t("item.sealedBy", { name }) : t("item.sealedByReporter");
  return (
    <p className={since ? "integrity good" : "integrity bad"}>
      <Check />
      {since ? t("item.unchanged", { by, day: writeDay(since, language, today) }) : t("item.notChained", { by })}
    </p>
  );
}

function Check() {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M5 13l4 4L19 7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
