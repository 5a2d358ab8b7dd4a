import { useRef, useState } from "react";
import { useWords } from "~/components/words";
import type { HandoverChoice } from "~/desk/handover/choice";
import { offeredOf } from "~/desk/handover/offered";
import { type ActFieldsProps, useFault } from "../act/act-fields";
import { TextArea } from "../act/text-area";
import { TextField } from "../field";
import { ContentsPart } from "./contents-part";
import { KeyPart } from "./key-part";
import { MakePart } from "./make-part";
import { SeenPart } from "./seen-part";

/** The package that another office receives: for whose key, what is in it, and making it before the act is signed. */
export function HandoverField({ record, opened, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("handover");
  const error = useFault(faults)("handover");
  const { handover: choice } = answers;
  const offered = offeredOf(record, opened);
  const [isMaking, setMaking] = useState(false);
  // Keys are read and packages made while the form goes on: what comes back is laid over the form as it is by then.
  const latest = useRef({ choice, onChange });
  latest.current = { choice, onChange };
  const put = (part: Partial<HandoverChoice>) =>
    latest.current.onChange({ handover: { ...latest.current.choice, ...part } });
  // A package is made of what stood in the form; whatever changes afterwards needs another one.
  const choose = (part: Partial<HandoverChoice>) => put({ made: null, ...part });
  return (
    <fieldset className="card handover" disabled={isMaking}>
      <legend>{t("heading")}</legend>
      <p>{t("lead")}</p>
      <TextField
        label={t("office.label")}
        hint={t("office.hint")}
        maxLength={200}
        value={choice.office}
        onValue={(office) => choose({ office })}
      />
      <KeyPart choice={choice} onChoose={choose} />
      <TextArea
        label={t("letter.label")}
        hint={t("letter.hint")}
        rows={6}
        value={choice.letter}
        onValue={(letter) => choose({ letter })}
      />
      <ContentsPart offered={offered} choice={choice} onChoose={choose} />
      <SeenPart offered={offered} choice={choice} />
      <MakePart
        record={record}
        opened={opened}
        choice={choice}
        fault={error}
        isMaking={isMaking}
        onMaking={setMaking}
        onMade={(made) => put({ made })}
      />
    </fieldset>
  );
}

export type PartProps = { choice: HandoverChoice; onChoose: (part: Partial<HandoverChoice>) => void };
