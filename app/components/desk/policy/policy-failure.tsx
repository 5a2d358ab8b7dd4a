import { useWords } from "~/components/words";
import { Problem } from "~/desk/problem";
import { Failure } from "../failure";

/** Why a change was not taken: the rule in the page's own words, or what every failed call says. */
export function PolicyFailure({ error }: { error: unknown }) {
  const t = useWords("policy");
  const rule = error instanceof Problem ? error.rule : null;
  const known = rule === null ? "" : t(`fault.${rule}`, { defaultValue: "" });
  if (!known) return <Failure error={error} />;
  return (
    <div role="alert">
      <p className="note bad">{known}</p>
    </div>
  );
}
