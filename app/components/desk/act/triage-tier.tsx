import { useWords } from "~/components/words";
import type { TierChoice } from "~/desk/triage/choices";
import { OneOf } from "../choices";

/** The tier: the policy's, or another one with what it takes. */
export function TriageTier(props: {
  choices: TierChoice[];
  computed: string;
  error: string | null;
  value: string | null;
  onValue: (tier: string) => void;
}) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const hintOf = ({ tier, closed, waits }: TierChoice) => {
    if (closed) return t(`triage.closed.${closed}`, { tier: props.computed });
    const means = codes(`tiers.${tier}.means`);
    return waits ? `${means} ${t("triage.waits")}` : means;
  };
  return (
    <OneOf
      legend={t("triage.tier")}
      hint={`${codes("overrides.O5")}.`}
      error={props.error}
      value={props.value}
      onValue={props.onValue}
      choices={props.choices.map((choice) => ({
        value: choice.tier,
        label: `${choice.tier} · ${codes(`tiers.${choice.tier}.short`)}`,
        hint: hintOf(choice),
        disabled: choice.closed !== null,
      }))}
    />
  );
}
