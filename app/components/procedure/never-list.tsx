import { useNames } from "./use-names";

/** The invariants of the procedure, by the names under which the checks report them. */
export const INVARIANTS = ["I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12"] as const;

/** What can never happen, in twelve plain sentences. */
export function NeverList() {
  const { t } = useNames();
  return (
    <ol className="never">
      {INVARIANTS.map((id) => (
        <li key={id} id={id}>
          {t(`never.${id}`)}
        </li>
      ))}
    </ol>
  );
}
