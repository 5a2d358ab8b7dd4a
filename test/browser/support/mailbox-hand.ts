import { ACTS } from "~/reporter/mailbox/acts";
import type { Hand } from "./hand";
import type { Stage } from "./stage";

type Step = {
  /** The state of the case, where the step has words of its own in it. */
  in?: string;
  text?: string;
  /** The code chosen from the step's list. */
  choice?: string;
};

/** Takes one step in an open mailbox: unfolds its line, fills the form in, sends it, and waits for the word that it arrived. */
export async function takeStep({ say }: Stage, hand: Hand, event: string, { in: state, text, choice }: Step = {}) {
  const plan = ACTS[event] ?? {};
  const find = (key: string) => {
    try {
      return say("reporter", `mailbox.write.${key}`);
    } catch {
      return null; // Most steps take the common words.
    }
  };
  const plain = event.replace(".", "_");
  const name = state && find(`${plain}_${state}.title`) ? `${plain}_${state}` : plain;
  const words = (part: string, other: string) => {
    const found = find(`${name}.${part}`) ?? find(other);
    if (!found) throw new Error(`The step ${event} has no words for ${part}.`);
    return found;
  };
  const title = words("title", "title");
  await hand.see(say("reporter", "mailbox.panel"));
  await hand.unfold(title);
  if (choice) await hand.tick(say("reporter", `mailbox.write.${plan.choice}.${choice}.label`));
  if (text) await hand.write(words("label", "label"), text);
  if (plan.isWeighty) await hand.tick(say("reporter", "mailbox.write.sure"));
  // The step's own name stands on its line and on its button: the button comes last.
  await hand.pressLast(words("send", plan.text === "needed" ? "send" : `${name}.title`));
  await hand.see(say("reporter", text || plan.text === "orName" ? "mailbox.sent" : "mailbox.done"));
}
