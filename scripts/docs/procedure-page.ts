import { KINDS } from "../../workflows/roles";
import {
  coreChapter,
  differenceChapter,
  guardChapter,
  invariantChapter,
  kindChapter,
  limitChapter,
  regionChapters,
} from "./chapters";
import { paragraphs } from "./markdown";
import { LETTERS } from "./row-tables";

const INTRODUCTION = `# The procedure

This page is written by \`npm run docs:procedure\` from the machines in \`workflows/\`, and a test holds the two equal. Change
the rows there, not the page. The same machines draw the public page \`/procedure\` and the picture on each case.

Each kind is one machine whose regions run side by side. A row says: in this state, this event, caused by one of these,
leads there, if every guard holds. Letters: ${Object.entries(LETTERS)
  .map(([role, letter]) => `${letter} ${role}`)
  .join(", ")}.
Where L is named, T and I enter an authority's answer on its behalf. \`@work\` stands for the assessment and the kind's work
state, \`@inquiry\` for the work state alone, \`@open\` for every state from arrival to closing, \`*\` for every state but the
archive. \`@origin\` is the state that was left for the side state, \`@rest\` what is left once one of several that
wait is answered, \`@same\` the state in which the case is.`;

/** The whole of docs/procedure.md. The same machines always give the same text. */
export function procedurePage(): string {
  const chapters = [
    coreChapter(),
    ...KINDS.map(kindChapter),
    regionChapters(),
    guardChapter(),
    limitChapter(),
    invariantChapter(),
    differenceChapter(),
  ];
  return `${paragraphs(INTRODUCTION, ...chapters)}\n`;
}
