import { useWords } from "~/components/words";

const COLUMNS = ["case", "duty", "times", "day"] as const;

/** What every list of missed days tells first: the case, the duty, how often, and on which day last. */
export function OverdueColumns() {
  const t = useWords("desk");
  return COLUMNS.map((name) => (
    <th key={name} scope="col">
      {t(`oversight.${name}`)}
    </th>
  ));
}
