import { type Answer, type Field, fieldWords, isAnswered, type Kind, pagesFor, pageWords } from "~/forms";
import { el, icon } from "../dom";
import { sizeText } from "../files/picker";
import type { Office, OfficePerson } from "../office";
import { visibleText } from "../safe-text";
import type { Words } from "../words";
import type { Draft } from "./draft";
import { fieldsShown } from "./steps";

type Review = {
  draft: Draft;
  kind: Kind;
  office: Office;
  recipients: readonly OfficePerson[];
  words: Words;
  /** Goes back to one step, by its id. */
  edit: (step: string) => void;
};

/** Everything that was answered, with a way back to each step, and who will see what. */
export function drawReview({ draft, kind, office, recipients, words, edit }: Review): { title: string; body: Node[] } {
  const { t } = words;
  const kept = office.people.filter(({ person }) => draft.concernsOffice && draft.struck.has(person));
  const people = kept.length > 0 ? t("review.struck", { names: list(kept, words) }) : t("review.nobodyStruck");
  const sections = [
    section("kind", t("kind.title"), [el("p", {}, t(`kind.${kind}.label`))]),
    section("people", t("people.legend"), [el("p", {}, people)]),
    ...pagesFor(kind).map((page) => {
      const answered = fieldsShown(draft, page).filter(({ id }) => isAnswered(draft.answers[id]));
      const rows = answered.flatMap((field) => drawRow(field, kind, draft.answers[field.id], words));
      const files =
        page.id === "evidence" ? draft.files.map(({ name, content }) => `${name} (${sizeText(content.size)})`) : [];
      const body = [
        rows.length > 0 ? el("dl", {}, ...rows) : null,
        files.length > 0
          ? el("ul", {}, ...files.map((line) => el("li", {}, el("span", { dir: "auto" }, visibleText(line)))))
          : null,
      ].filter((node) => node !== null);
      const empty = el("p", { class: "quiet" }, t("review.empty"));
      return section(page.id, pageWords(words.form, page.id, kind).title, body.length > 0 ? body : [empty]);
    }),
  ];
  return { title: t("review.title"), body: [el("p", { class: "lead" }, t("review.lead")), ...sections, drawSight()] };

  function section(id: string, title: string, body: Node[]): HTMLElement {
    const change = el("button", { type: "button", class: "link", click: () => edit(id) }, t("review.change"));
    change.append(el("span", { class: "visually-hidden" }, `: ${title}`));
    return el("section", { class: "review" }, el("header", {}, el("h2", {}, title), change), ...body);
  }

  function drawSight(): HTMLElement {
    const urgent = draft.answers.urgentShown === true && fieldIsShown("urgentShown");
    const seen = ["day", "kind", "language", "size", ...(urgent ? ["urgent"] : [])];
    const unseen = ["words", "files", "address", "receipt"];
    return el(
      "section",
      { class: "card sight" },
      el("h2", {}, t("review.who")),
      el(
        "p",
        { class: "icon-row" },
        icon("lock"),
        el("span", {}, t("review.whoText", { names: list(recipients, words) })),
      ),
      el("h3", {}, t("review.seen")),
      el("ul", {}, ...seen.map((id) => el("li", {}, t(`review.seenList.${id}`)))),
      el("h3", {}, t("review.unseen")),
      el("ul", {}, ...unseen.map((id) => el("li", {}, t(`review.unseenList.${id}`)))),
    );
  }

  function fieldIsShown(id: string): boolean {
    return pagesFor(kind).some((page) => fieldsShown(draft, page).some((field) => field.id === id));
  }
}

function drawRow(field: Field, kind: Kind, answer: Answer | undefined, words: Words): Node[] {
  const { label, option } = fieldWords(words.form, field, kind);
  return [
    el("dt", {}, label),
    ...answerLines(answer, option, words).map((line) => el("dd", { dir: "auto" }, visibleText(line))),
  ];
}

function answerLines(answer: Answer | undefined, option: (id: string) => string, { t }: Words): string[] {
  if (answer === true) return [t("form.yes")];
  if (typeof answer === "string") return [option(answer)];
  if (Array.isArray(answer)) return answer.map(option);
  if (!answer) return [];
  const span = `${answer.from || "…"} – ${answer.to || "…"}`;
  return [answer.about ? t("form.aboutSpan", { span }) : span];
}

function list(people: readonly { name: string }[], { language }: Words): string {
  return new Intl.ListFormat(language).format(people.map(({ name }) => `\u2068${visibleText(name)}\u2069`));
}
