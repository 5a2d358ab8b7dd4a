import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { Team } from "~/desk/records";

/** My cases that wait for new keys since somebody lost access: what has to be done, and where. */
export function WaitingCases({ team: { waiting } }: { team: Team }) {
  const t = useWords("people");
  if (waiting.length === 0) return null;
  return (
    <section className="note warn" aria-labelledby="waiting-cases">
      <h2 id="waiting-cases">{t("waiting.heading")}</h2>
      <p>{t("waiting.lead")}</p>
      <ul>
        {waiting.map(({ case: id, reference }) => (
          <li key={id}>
            <Link to={`/desk/cases/${id}`}>
              <bdi className="mono">{reference}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
