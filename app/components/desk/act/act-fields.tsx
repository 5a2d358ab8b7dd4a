import { useWords } from "~/components/words";
import type { ActAnswers, ActFault } from "~/desk/act-answers";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { CLOSURE_GROUNDS, minimumOf, outcomesOf } from "~workflows/codes";
import type { FormNeed } from "~workflows/guards/check";
import { ManyOf, OneOf } from "../choices";
import { PersonField } from "./person-field";
import { Proposal } from "./proposal";
import { RationaleField } from "./rationale-field";
import { StandardsField } from "./standards-field";
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

/** The order in which an act's needs are asked: what is read first, then choices, then words. */
const ORDER: readonly FormNeed[] = [
  "proposal",
  "person",
  "person:investigator",
  "minimum",
  "triage",
  "tier",
  "ground",
  "outcome",
  "rationale",
  "standards",
  "note",
  "message",
  "notice",
];

/** One field for each need of the act. `commitment` needs nobody's hand, and `reason` is the reporter's. */
export function ActFields(props: ActFieldsProps) {
  return ORDER.filter((need) => props.act.needs.includes(need)).map((need) => (
    <NeedField key={need} need={need} {...props} />
  ));
}

function NeedField({ need, ...props }: ActFieldsProps & { need: FormNeed }) {
  const { record, answers, onChange } = props;
  const t = useWords("desk");
  const codes = useWords("codes");
  const error = useFault(props.faults);
  switch (need) {
    case "proposal":
      return <Proposal record={record} opened={props.opened} />;
    case "person":
    case "person:investigator":
      return <PersonField {...props} />;
    case "minimum":
      return (
        <ManyOf
          legend={t("act.minimum")}
          hint={t("act.minimumHint")}
          error={error("minimum")}
          values={answers.minimum}
          onValues={(minimum) => onChange({ minimum })}
          choices={minimumOf(record.kind).map((value) => ({ value, label: codes(`minimum.${value}`) }))}
        />
      );
    case "triage":
      return <TriageFields {...props} />;
    case "ground":
      return (
        <OneOf
          legend={t("act.ground")}
          error={error("ground")}
          value={answers.ground}
          onValue={(ground) => onChange({ ground })}
          choices={CLOSURE_GROUNDS.map((value) => ({
            value,
            label: codes(`grounds.${value}.label`),
            hint: codes(`grounds.${value}.means`),
          }))}
        />
      );
    case "outcome":
      return (
        <OneOf
          legend={t("act.outcome")}
          error={error("outcome")}
          value={answers.outcome}
          onValue={(outcome) => onChange({ outcome })}
          choices={outcomesOf(record.kind).map((value) => ({ value, label: codes(`outcomes.${value}`) }))}
        />
      );
    case "rationale":
      return <RationaleField {...props} error={error("rationale")} />;
    case "standards":
      return <StandardsField {...props} error={error("standards")} />;
    case "note":
      return (
        <TextArea
          label={t("act.note")}
          hint={t("act.noteHint")}
          error={error("note")}
          value={answers.note}
          onValue={(note) => onChange({ note })}
        />
      );
    case "message":
      return (
        <TextArea
          label={t("act.message")}
          hint={t("act.messageHint")}
          error={error("message")}
          value={answers.message}
          onValue={(message) => onChange({ message })}
        />
      );
    case "notice":
      return (
        <TextArea
          label={t("act.notice")}
          hint={t("act.noticeHint")}
          error={error("notice")}
          value={answers.notice}
          onValue={(notice) => onChange({ notice })}
        />
      );
    default:
      return null;
  }
}

/** The words for what a field still needs. */
export function useFault(faults: readonly ActFault[]): (field: keyof ActAnswers) => string | null {
  const t = useWords("desk");
  return (field) => {
    const found = faults.find((each) => each.field === field);
    return found ? t([`act.fault.${field}.${found.fault}`, `act.fault.${found.fault}`]) : null;
  };
}
