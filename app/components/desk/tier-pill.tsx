import { useWords } from "~/components/words";
import type { Tier } from "~/desk/records";

const LOOK: Record<Tier, string> = { T1: "pill late", T2: "pill soon", T3: "pill tint", T4: "pill" };

/** The tier with its word; until one is set, whether the reporter said that it is urgent. */
export function TierPill({ tier, urgent = false }: { tier: Tier | null; urgent?: boolean }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  if (tier) {
    return (
      <span className={LOOK[tier]}>
        {tier} {codes(`tiers.${tier}.short`)}
      </span>
    );
  }
  return urgent ? (
    <span className="pill late">{t("tier.urgent")}</span>
  ) : (
    <span className="quiet">{t("tier.none")}</span>
  );
}
