/** The forms, as both sides use them. Words come from `./words`, which is a file of its own because of its size. */
export { type AnswerFault, answersToSend, checkAnswers, findForm, formFor, pagesFor, visibleFields } from "./answers";
export { type FieldWords, type FormCatalogue, fieldWords, pageWords } from "./field-words";
export {
  type Answer,
  type Answers,
  type Field,
  type Form,
  type FormPage,
  isAnswered,
  isKind,
  KINDS,
  type Kind,
  type Period,
} from "./form";
