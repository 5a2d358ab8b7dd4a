import { RED_FLAGS } from "~workflows/policy";
import type { OpenedCase } from "../open-case";
import { readReport } from "../read-bodies";

/** The red flags that the reporter ticked, by id, with or without a note. They count only once an officer confirms them. */
export function flagsInReport(opened: OpenedCase): string[] {
  const named = opened.items.flatMap((one) =>
    one.state === "open" && one.item.kind === "report" ? readReport(one.body).answers.redFlags : [],
  );
  const ids = named.flat().map((flag) => (typeof flag === "object" && flag && "id" in flag ? flag.id : flag));
  return RED_FLAGS.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}

/** A red flag in the words of the policy; its id where the policy no longer lists it. */
export function flagWords(id: string, language: string): string {
  const flag = RED_FLAGS.find((each) => each.id === id);
  return flag ? (language === "ar" ? flag.ar : flag.en) : id;
}
