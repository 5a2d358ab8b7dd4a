import { answersToSend, type Kind, type Line, pagesFor, pageWords, sayAnswer } from "~/forms";
import { el, icon } from "../dom";
import { bytesToSend } from "../files/picked-file";
import { sizeText } from "../files/size-text";
import type { Office, OfficePerson } from "../office";
import { visibleText } from "../safe-text";
import type { Words } from "../words";
import type { Draft } from "./draft";
import { nameFiles } from "./evidence";
import { drawCare } from "./page-step";
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
  // What is shown is what is sent: answers to questions that are no longer asked are in neither.
  const sent = answersToSend(kind, nameFiles(draft.answers, draft.files));
  const saying = { catalogue: words.form, kind, language: words.language };
  const kept = office.people.filter(({ person }) => draft.concernsOffice && draft.struck.has(person));
  const people = kept.length > 0 ? t("review.struck", { names: list(kept, words) }) : t("review.nobodyStruck");
  const sections = [
    section("kind", t("kind.title"), [el("p", {}, t(`kind.${kind}.label`))]),
    section("people", t("people.legend"), [el("p", {}, people)]),
    ...pagesFor(kind).map((page) => {
      const rows = fieldsShown(draft, page).flatMap((field) => {
        const answer = sent[field.id];
        return answer === undefined ? [] : drawLine(sayAnswer(field, answer, saying), words);
      });
      const files =
        page.id === "evidence" ? draft.files.map((file) => `${file.name} (${sizeText(bytesToSend(file))})`) : [];
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
  const lead = el("p", { class: "lead" }, t("review.lead"));
  const care = draft.answers.fewKnow === "under5" ? [drawCare(words)] : [];
  return { title: t("review.title"), body: [lead, ...care, ...sections, drawOffice(), drawSight()] };

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

  /** What the people who open it will know, and what even they will not. */
  function drawOffice(): HTMLElement {
    const { identity } = sent;
    const isNamed = identity !== "anonymous" && sent.name !== undefined;
    const name = isNamed ? (recipients.length > 1 ? "nameApart" : "nameInside") : "noName";
    const lines = ["answers", draft.files.length > 0 ? "files" : "noFiles", name, "notDevice"];
    const variant = kind === "selfDisclosure" ? ["disclosure"] : [];
    return el(
      "section",
      { class: "card sight" },
      el("h2", {}, t("form.sight.title")),
      el("ul", {}, ...[...lines, ...variant].map((id) => el("li", {}, t(`form.sight.${id}`)))),
    );
  }

  function fieldIsShown(id: string): boolean {
    return pagesFor(kind).some((page) => fieldsShown(draft, page).some((field) => field.id === id));
  }
}

/** One answer as the reporter gave it; a group shows its details under their own names. */
function drawLine(line: Line, words: Words): Node[] {
  const [value = ""] = line.values;
  const values = line.is === "about" ? [words.t("form.aboutSpan", { span: value })] : line.values;
  const said = line.is === "yes" ? [words.t("form.yes")] : values;
  const rows = line.rows.flatMap(({ title, lines }) =>
    el(
      "dd",
      {},
      title ? el("b", { dir: "auto" }, visibleText(title)) : null,
      el("dl", {}, ...lines.flatMap((one) => drawLine(one, words))),
    ),
  );
  return [el("dt", {}, line.label), ...said.map((text) => el("dd", { dir: "auto" }, visibleText(text))), ...rows];
}

function list(people: readonly { name: string }[], { language }: Words): string {
  return new Intl.ListFormat(language).format(people.map(({ name }) => `\u2068${visibleText(name)}\u2069`));
}
