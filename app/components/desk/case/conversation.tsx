import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import { readBare } from "~/desk/open-bare-item";
import type { OpenedCase, OpenedItem } from "~/desk/open-case";
import { readCode, readText } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { differsFromOriginal } from "~/desk/summary";
import { PlainText } from "../plain-text";
import { BareFile } from "./bare-file";
import { ClosedItem } from "./closed-item";
import { SignerLine } from "./signer-line";

const TOPICS = ["safeContact", "earlier"];

/** What the reporter and the office said to each other. */
export function Conversation({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const items = itemsOf("conversation", record, opened);
  return (
    <section id="conversation" aria-labelledby="conversation-heading">
      <h2 id="conversation-heading">{t("case.section.conversation")}</h2>
      {items.length === 0 && <p className="quiet">{t("conversation.empty")}</p>}
      <ol className="plain messages">
        {items.map((one) => (
          <li
            key={one.item.id}
            className={one.item.author === "reporter" ? "message card theirs" : "message card ours"}
          >
            {one.state === "open" ? <Message one={one} opened={opened} /> : <ClosedItem one={one} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Message({ one, opened }: { one: Extract<OpenedItem, { state: "open" }>; opened: OpenedCase }) {
  const t = useWords("desk");
  const bare = readBare(one.body);
  const topic = readCode(one.body, "topic");
  return (
    <>
      <SignerLine one={one} />
      {one.item.kind === "notice" && <span className="pill tint">{t("conversation.notice")}</span>}
      {TOPICS.includes(topic) && <span className="pill tint">{t(`told.topic.${topic}`)}</span>}
      {bare && one.signer && <p className="quiet small">{t("conversation.copy")}</p>}
      {differsFromOriginal(one, opened) && <p className="note bad">{t("item.copyDiffers")}</p>}
      {bare?.file !== undefined ? (
        <BareFile body={bare} />
      ) : (
        <p>
          <PlainText text={bare ? bare.text : readText(one.body)} />
        </p>
      )}
    </>
  );
}
