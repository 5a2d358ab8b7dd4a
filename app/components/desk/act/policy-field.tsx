import { useWords } from "~/components/words";
import type { ActFieldsProps } from "./act-fields";

/** From which version of the deadlines to which the case goes; there is nothing to choose but the newest. */
export function PolicyField({ record }: ActFieldsProps) {
  const t = useWords("desk");
  return (
    <p className="note">
      {t("act.policy", { from: record.snapshot.context.policy, to: record.newestPolicy })}
      <span className="under">{t("act.policyHint")}</span>
    </p>
  );
}
