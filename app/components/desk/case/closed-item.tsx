import { useWords } from "~/components/words";
import type { OpenedItem } from "~/desk/open-case";

/** An item that cannot be read here: sealed to others, or damaged, with the reason. */
export function ClosedItem({ one }: { one: Exclude<OpenedItem, { state: "open" }> }) {
  const t = useWords("desk");
  if (one.state === "sealed") return <p className="note">{t("item.sealedToOthers")}</p>;
  return (
    <p className="note bad" role="alert">
      {t([`item.fault.${one.fault}`, `people:fault.${one.fault}`, "item.fault.unknown"])}
    </p>
  );
}
