import { expect, test } from "vitest";
import { openMailboxAs } from "./support/reporting";
import { tell } from "./support/story-stage";

const QUESTION = "Does the cinnabar contract concern this office at all?";
const ANSWER = "It does. Please use Tor Browser, and leave out names like heliotrope.";

test.each([
  ["chromium", "en"],
  ["firefox", "ar"],
] as const)(
  "a question before a report, in %s: asked sealed, answered signed, read with twelve words, ended by its asker",
  { timeout: 180_000 },
  (name, language) =>
    tell({ name, language, isPhone: language === "ar" }, async (on) => {
      const { stage, world } = on;
      const { say } = stage;
      on.plant(QUESTION, ANSWER);
      const hand = await stage.enter("/guidance");
      await stage.keep(hand, "70-guidance");
      await stage.check(hand, "guidance");
      await hand.press(say("guidance", "ask.link"));
      await hand.tick(say("reporter", "people.no"));
      await stage.check(hand, "question: people");
      await hand.press(say("questions", "ask.next"));
      await hand.press(say("questions", "ask.send"));
      await hand.see(say("questions", "ask.missing"));
      await hand.write(say("questions", "ask.label"), QUESTION);
      await stage.keep(hand, "71-question");
      await stage.check(hand, "question: text");
      await hand.press(say("questions", "ask.send"));
      await hand.see(say("reporter", "receipt.title"));
      await hand.see(say("questions", "ask.milestone.answer"));
      await stage.keep(hand, "72-question-receipt");
      const words = await hand.page.$$eval("ol[dir=ltr] li b", (list) =>
        list.map((word) => (word as HTMLElement).innerText.trim()),
      );
      on.plant(words.join(" "));
      for (const [index, word] of words.entries()) {
        const label = say("reporter", "receipt.word", { count: index + 1 });
        if (await hand.has(label)) await hand.write(label, word);
      }
      await hand.press(say("reporter", "receipt.written"));
      await hand.see(say("reporter", "receipt.doneTitle"));
      await stage.leave(hand);
      expect(world.rows('SELECT id FROM "Case"')).toEqual([]);

      const { hand: desk } = await on.desk("tara", "tip");
      await desk.press(say("questions", "desk.navCount", { count: 1 }));
      await desk.see(say("questions", "desk.waits"));
      await stage.keep(desk, "73-desk-questions");
      await stage.check(desk, "desk: questions");
      const id = world.rows<{ id: string }>('SELECT id FROM "Question"')[0]?.id ?? "";
      await desk.press(id.slice(0, 8));
      await desk.see(QUESTION);
      await desk.write(say("questions", "desk.answer"), ANSWER);
      await desk.press(say("questions", "desk.send"));
      await desk.see(say("questions", "desk.sent"));
      await desk.see(ANSWER);
      await stage.keep(desk, "74-desk-question");
      await stage.check(desk, "desk: question");
      await stage.leave(desk);

      const box = await openMailboxAs(stage, words, say("questions", "thread.title"));
      await box.see(ANSWER);
      await box.see(say("reporter", "mailbox.signed"));
      await stage.keep(box, "75-question-thread");
      await stage.check(box, "question: thread");
      await box.write(say("questions", "thread.label"), "Thank you.");
      await box.press(say("questions", "thread.send"));
      await box.see(say("questions", "thread.sent"));
      await box.press(say("questions", "thread.end"));
      await box.press(say("questions", "thread.endSure"));
      await box.see(say("questions", "thread.ended"));
      await stage.leave(box);
      expect(world.rows('SELECT id FROM "Question"')).toEqual([]);
    }),
);
