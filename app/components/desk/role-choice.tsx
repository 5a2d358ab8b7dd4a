import { useWords } from "~/components/words";
import type { Role } from "~/desk/records";
import { ROLES } from "~workflows/roles";
import { ManyOf } from "./choices";

/** Roles with plain words on each. `always` are ticked and cannot be taken away. */
export function RoleChoice(props: {
  legend: string;
  hint?: string;
  error?: string | null;
  roles: Role[];
  always?: Role[];
  onRoles: (roles: Role[]) => void;
}) {
  const codes = useWords("codes");
  const always = props.always ?? [];
  return (
    <ManyOf
      legend={props.legend}
      hint={props.hint}
      error={props.error}
      values={[...props.roles]}
      onValues={(values) => props.onRoles(ROLES.filter((role) => values.includes(role) || always.includes(role)))}
      choices={ROLES.map((role) => ({
        value: role,
        label: codes(`roles.${role}.label`),
        hint: codes(`roles.${role}.does`),
        disabled: always.includes(role),
      }))}
    />
  );
}
