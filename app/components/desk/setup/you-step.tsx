import { useState } from "react";
import { useWords } from "~/components/words";
import type { Role } from "~/desk/records";
import { isSignInName } from "~/desk/sign-in-name";
import { TextField } from "../field";
import { RoleChoice } from "../role-choice";
import { Step } from "./step";

export type YouAnswers = { displayName: string; name: string; roles: Role[] };
type Faults = { displayName?: string; name?: string };

/** The first person: their names and roles. They run the machine until somebody else does. */
export function YouStep(props: {
  answers: YouAnswers;
  onAnswers: (part: Partial<YouAnswers>) => void;
  onNext: () => void;
  onBack: () => void;
}) {
  const { answers, onAnswers } = props;
  const t = useWords("desk");
  const [faults, setFaults] = useState<Faults>({});
  const next = () => {
    const found: Faults = {};
    if (answers.displayName.trim().length < 2) found.displayName = t("you.displayNameFault");
    if (!isSignInName(answers.name)) found.name = t("you.nameFault");
    setFaults(found);
    if (Object.keys(found).length === 0) props.onNext();
  };
  return (
    <Step
      number={2}
      of={4}
      heading={t("setup.you.heading")}
      lead={t("setup.you.lead")}
      next={t("step.next")}
      onNext={next}
      onBack={props.onBack}
    >
      <TextField
        label={t("you.displayName")}
        hint={t("you.displayNameHint")}
        error={faults.displayName}
        maxLength={120}
        autoComplete="name"
        value={answers.displayName}
        onValue={(displayName) => onAnswers({ displayName })}
      />
      <SignInNameField error={faults.name} value={answers.name} onValue={(name) => onAnswers({ name })} />
      <RoleChoice
        legend={t("setup.you.roles")}
        hint={t("setup.you.rolesHint")}
        roles={answers.roles}
        always={["administrator"]}
        onRoles={(roles) => onAnswers({ roles })}
      />
    </Step>
  );
}

/** The name for signing in. */
export function SignInNameField(props: {
  error?: string | null | undefined;
  value: string;
  onValue: (name: string) => void;
}) {
  const t = useWords("desk");
  return (
    <TextField
      label={t("you.name")}
      hint={t("you.nameHint")}
      error={props.error}
      maxLength={40}
      dir="ltr"
      autoComplete="username"
      autoCapitalize="off"
      spellCheck={false}
      value={props.value}
      onValue={(name) => props.onValue(name.toLowerCase())}
    />
  );
}
