import { useWords } from "~/components/words";
import type { ActAnswers, ActFault } from "~/desk/act-answers";
import { attestationsOf, needsOf, offersNote } from "~/desk/act-needs";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, OpenAct } from "~/desk/records";
import type { FormNeed } from "~workflows/guards/check";
import { SafeContact } from "../case/told";
import { HandoverField } from "../handover/handover-field";
import { AllegationField, DescribedField } from "./allegation-field";
import { AllegedField } from "./alleged-field";
import { AttachField } from "./attach-field";
import { AttestField } from "./attest-field";
import { AnswerField, PackageField } from "./authority-fields";
import { CodeField, isCodeNeed } from "./code-field";
import { ConsentField, ConsentOnRecord } from "./consent-field";
import { EvidenceField } from "./evidence-field";
import { LeadField } from "./lead-field";
import { NoteField, OptionalNote } from "./note-field";
import { PeopleField } from "./people-field";
import { PersonField } from "./person-field";
import { PolicyField } from "./policy-field";
import { Proposal } from "./proposal";
import { PurposeField } from "./purpose-field";
import { RationaleField } from "./rationale-field";
import { StandardsField } from "./standards-field";
import { StatementField } from "./statement-field";
import { TextArea } from "./text-area";
import { TriageFields } from "./triage-fields";

export type ActFieldsProps = {
  act: OpenAct;
  record: CaseRecord;
  opened: OpenedCase;
  answers: ActAnswers;
  faults: ActFault[];
  onChange: (part: Partial<ActAnswers>) => void;
};

/** The order in which an act's needs are asked: what is read first, then choices, then words. What is attested comes last. */
const ORDER: readonly FormNeed[] = [
  "proposal",
  "statement",
  "consent",
  "person",
  "person:investigator",
  "person:liaison",
  "allegation",
  "alleged",
  "people",
  "lead",
  "handover",
  "policy",
  "minimum",
  "triage",
  "ground",
  "outcome",
  "recommendations",
  "result",
  "implementation",
  "withhold",
  "purpose",
  "rationale",
  "standards",
  "files",
  "note",
  "package",
  "answer",
  "message",
  "notice",
];

/** One field for each need of the act. `commitment` and `rewrap` need nobody's hand, `tier` stands on the sheet, `reason` is the reporter's. */
export function ActFields(props: ActFieldsProps) {
  const { act, answers } = props;
  const needs = needsOf(act, answers);
  return (
    <>
      <ConsentOnRecord {...props} />
      {ORDER.filter((need) => needs.includes(need)).map((need) => (
        <NeedField key={need} need={need} {...props} />
      ))}
      {offersNote(act) && <OptionalNote {...props} />}
      {attestationsOf(act).length > 0 && <AttestField {...props} />}
    </>
  );
}

function NeedField({ need, ...props }: ActFieldsProps & { need: FormNeed }) {
  const error = useFault(props.faults);
  if (isCodeNeed(need)) return <CodeField need={need} {...props} />;
  switch (need) {
    case "proposal":
      return <Proposal {...props} />;
    case "statement":
      return <StatementField {...props} />;
    case "consent":
      return <ConsentField {...props} />;
    case "person":
    case "person:investigator":
    case "person:liaison":
      return <PersonField {...props} />;
    case "allegation":
      return <AllegationField {...props} />;
    case "alleged":
      return (
        <>
          <DescribedField {...props} />
          <AllegedField {...props} />
        </>
      );
    case "people":
      return <PeopleField {...props} />;
    case "lead":
      return <LeadField {...props} />;
    case "handover":
      return <HandoverField {...props} />;
    case "policy":
      return <PolicyField {...props} />;
    case "triage":
      return <TriageFields {...props} />;
    case "purpose":
      return <PurposeField {...props} />;
    case "rationale":
      return <RationaleField {...props} error={error("rationale")} />;
    case "standards":
      return <StandardsField {...props} error={error("standards")} />;
    case "files":
      return <EvidenceField {...props} />;
    case "note":
      return <NoteField {...props} />;
    case "package":
      return <PackageField {...props} />;
    case "answer":
      return <AnswerField {...props} />;
    case "message":
      return (
        <>
          <SafeContact opened={props.opened} />
          <LetterField need={need} {...props} />
          <AttachField {...props} />
        </>
      );
    case "notice":
      return <LetterField need={need} {...props} />;
    default:
      return null;
  }
}

/** What the reporter is to read. */
function LetterField({ need, answers, faults, onChange }: ActFieldsProps & { need: "message" | "notice" }) {
  const t = useWords("desk");
  const error = useFault(faults);
  return (
    <TextArea
      label={t(`act.${need}`)}
      hint={t(`act.${need}Hint`)}
      error={error(need)}
      value={answers[need]}
      onValue={(text) => onChange({ [need]: text })}
    />
  );
}

/** The words for what a field still needs. */
export function useFault(faults: readonly ActFault[]): (field: keyof ActAnswers) => string | null {
  const t = useWords("desk");
  return (field) => {
    const found = faults.find((each) => each.field === field);
    return found ? t([`act.fault.${field}.${found.fault}`, `act.fault.${found.fault}`]) : null;
  };
}
