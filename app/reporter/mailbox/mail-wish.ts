import { sealWords } from "~crypto/sealed-words";
import { CallError, callJson } from "../api";
import { button, el, note } from "../dom";
import { textField } from "../text-field";
import type { Words } from "../words";
import type { MailboxAnswer, Session } from "./session";

type MailWish = { answer: MailboxAnswer; session: Session; words: Words; onChanged: (said: string) => Promise<void> };

/**
 * Mail that says only that there is news, for exporters and groups who ask for it and are told what it reveals.
 *
 * Shape: null where it is not offered. What is typed leaves the page only sealed to the key that signs the office's mail.
 */
export function drawMailWish({ answer, session, words, onChanged }: MailWish): HTMLElement | null {
  const { t } = words;
  const offer = answer.mail;
  if (!offer) return null;
  const wish = { address: "", key: "" };
  const status = el("div", { role: "status" });

  async function send(sealed: string | null, said: string): Promise<void> {
    status.replaceChildren();
    try {
      const body = JSON.stringify({ sealed });
      await session.withToken((token) => callJson("/api/v1/mailbox/mail", { method: "POST", body, token }));
      await onChanged(t(said));
    } catch (error) {
      const rule = error instanceof CallError ? error.rule : "";
      status.replaceChildren(note("bad", el("p", {}, t(rule === "badAddress" ? "mail.bad" : "mail.failed"))));
    }
  }

  async function keep(): Promise<void> {
    const key = wish.key.trim() === "" ? null : wish.key.trim();
    const text = JSON.stringify({ address: wish.address.trim(), key });
    const sealed = await sealWords({ words: text, publicKey: offer?.publicKey ?? "", now: new Date() }).catch(
      () => null,
    );
    if (sealed === null) return status.replaceChildren(note("bad", el("p", {}, t("mail.failed"))));
    await send(sealed, "mail.kept");
  }

  const form = offer.isOn
    ? [el("p", { class: "strong" }, t("mail.on")), button(t("mail.stop"), () => void send(null, "mail.stopped"))]
    : [
        textField({
          id: "mail-address",
          label: t("mail.address"),
          value: "",
          exact: true,
          onInput: (value) => {
            wish.address = value;
          },
        }),
        textField({
          id: "mail-key",
          label: t("mail.key"),
          hint: t("mail.keyHint"),
          value: "",
          long: true,
          exact: true,
          onInput: (value) => {
            wish.key = value;
          },
        }),
        button(t("mail.keep"), () => void keep()),
      ];
  return el(
    "details",
    { class: "card act" },
    el("summary", {}, t("mail.title")),
    el("p", {}, t("mail.lead")),
    note("warn", el("p", {}, t("mail.reveals"))),
    ...form,
    status,
  );
}
