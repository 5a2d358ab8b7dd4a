import { useWords } from "~/components/words";
import { listActs } from "~/desk/act-lists";
import { nextStep } from "~/desk/next-step";
import type { CaseRecord } from "~/desk/records";
import { DueDay } from "../queue/queue-line";
import { useDesk } from "../use-desk";

/** What is next, whose turn it is, and until when. */
export function NextLine({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { directory } = useDesk();
  const { who, people, due } = nextStep(record);
  const roles = who.map((role) => codes(`roles.${role}.label`)).join(t("list.or"));
  const names = people
    .map((person) => directory.find((one) => one.person === person)?.displayName ?? t("people.unknown"))
    .join(t("list.comma"));
  const { main, second } = listActs(record);
  return (
    <dl className="case-next">
      <div>
        <dt>{t("case.next")}</dt>
        <dd>{codes(`states.${record.state}.next`)}</dd>
      </div>
      <div>
        <dt>{t("case.who")}</dt>
        <dd>
          {names || roles || t("case.nobody")}{" "}
          {main.length + second.length > 0 && <span className="pill tint">{t("case.you")}</span>}
        </dd>
      </div>
      <div>
        <dt>{t("case.by")}</dt>
        <dd>
          {due ? (
            <DueDay
              day={due.day}
              today={record.today}
              rests={record.state === "closed" || record.state === "archived"}
            />
          ) : (
            t("case.noDay")
          )}
        </dd>
      </div>
    </dl>
  );
}
