import { useId } from "react";
import type { Choice } from "./policies-view";

/** One of the calendar's lists, with a first line that chooses nothing. */
export function CalendarSelect(props: {
  label: string;
  none: string;
  choices: Choice[];
  value: string;
  onValue: (id: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onValue(event.target.value)}>
        <option value="">{props.none}</option>
        {props.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}
