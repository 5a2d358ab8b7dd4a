import { NavLink } from "@remix-run/react";
import { useWords } from "~/components/words";

/** The pages on which an office is run: what leaves by mail, which policy holds, what is deleted when, what visitors see. */
export function OfficeNav() {
  const t = useWords("desk");
  const front = useWords("front");
  return (
    <nav className="office-nav" aria-label={t("office.nav")}>
      {(["notices", "policy", "retention", "oversight"] as const).map((page) => (
        <NavLink key={page} to={`/admin/${page}`}>
          {t(`office.${page}`)}
        </NavLink>
      ))}
      <NavLink to="/admin/front">{front("nav")}</NavLink>
    </nav>
  );
}
