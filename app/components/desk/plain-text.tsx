import { useWords } from "~/components/words";
import { visibleRuns } from "~/desk/safe-text";

/** Text from outside, as text: no markup, no links, and hidden characters shown by their names. */
export function PlainText({ text }: { text: string }) {
  const t = useWords("desk");
  const runs = visibleRuns(text);
  return (
    <span className="plain-text" dir="auto">
      {runs.map((run, index) =>
        run.hidden ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text never change their order
          <span key={index} className="hidden-character" title={t("text.hidden")}>
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
    </span>
  );
}
