/** The forms, as both sides use them. Words come from `./words`, which is a file of its own because of its size. */
export { type AnswerFault, checkAnswers } from "./answers";
export { type Carried, carryOver } from "./carry-over";
export { COUNTRIES, countryName } from "./countries";
export { type FieldWords, type FormCatalogue, faultSentence, fieldWords, pageWords, sayValue } from "./field-words";
export {
  type Answer,
  type Answers,
  CASE_KINDS,
  type CaseKind,
  caseKind,
  type Field,
  type Form,
  type FormPage,
  isAnswered,
  isCaseKind,
  isKind,
  KINDS,
  type Kind,
  type Period,
  type Row,
} from "./form";
export { type Line, rawText, sayAnswer } from "./lines";
export { hasShape, MAX_FILES, MAX_NOTE, MAX_ROWS, tidyDate } from "./shape";
export { CURRENT, pagesFor, visibleDetails, visibleFields } from "./shown";
export { answersToSend } from "./to-send";
