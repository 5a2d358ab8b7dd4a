import { test } from "vitest";
import { signIn } from "../../prisma/seed/people";
import { OPENED, TEAM } from "../stories/support/steps";
import { tell } from "./support/story-stage";

const SUMMARY = "The ochre containers never reached the school.";
const MESSAGE = "I wrote this before I left.";
const CHOSEN = "harbour violin cactus lantern bishop meadow";

test(
  "a colleague leaves, another changes key and passphrase, and the case goes on with everything that was said",
  { timeout: 90_000 },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      on.plant(SUMMARY, MESSAGE, CHOSEN);
      const report = await world.report({ kind: "tip", answers: { summary: SUMMARY } });
      await world.play(report, [...OPENED("tara"), ...TEAM]);
      await world.act("tom", report, { event: "office.message", message: MESSAGE });
      const ada = await on.desk("ada", "tip");
      const tara = await on.desk("tara", "tip");
      const tom = await on.desk("tom", "tip");

      await ada.hand.press(say("desk", "header.team"));
      await ada.hand.select(say("people", "change.person"), "Tom Intake");
      await ada.hand.tick(say("people", "change.leave"));
      await stage.keep(ada.hand, "71-team-leave", { isTall: true });
      await ada.hand.press(say("people", "end.do", { name: "Tom Intake" }));
      await ada.hand.see(say("people", "end.done", { name: "Tom Intake", count: 1 }));
      await stage.keep(ada.hand, "72-team-left", { isTall: true });
      await stage.check(ada.hand, "team");
      await tom.hand.press(say("desk", "header.queue"));
      await tom.hand.see(say("desk", "signIn.heading"));
      await stage.leave(tom.hand);

      await tara.openOnlyCase();
      await tara.hand.see(say("people", "departure.keys"));
      await tara.hand.see(MESSAGE);
      await tara.hand.see("Signed by Tom Intake, who left on");
      await stage.keep(tara.hand, "73-case-left", { isTall: true });
      await tara.act("key.rewrapped");
      await tara.hand.gone(say("people", "departure.keys"));

      await tara.hand.press(say("desk", "header.account"));
      await tara.hand.press(say("people", "rotate.open"));
      await tara.hand.write(say("people", "passphrase.old"), world.who("tara").passphrase);
      await stage.keep(tara.hand, "74-account-new-key", { isTall: true });
      await tara.hand.press(say("people", "rotate.do"));
      await tara.hand.tick(say("desk", "recovery.kept"));
      await tara.hand.press(say("desk", "recovery.close"));
      await tara.hand.see(say("people", "rotate.waiting"));
      await ada.hand.press(say("desk", "header.queue"));
      await ada.hand.press(say("desk", "header.team"));
      await stage.keep(ada.hand, "75-team-new-key", { isTall: true });
      await ada.hand.press(say("people", "next.certify"));
      await ada.hand.gone(say("people", "next.heading"));

      // The new key counts now; the page asks for the passphrase again and opens both.
      await tara.hand.press(say("desk", "header.queue"));
      await tara.hand.press(say("desk", "header.account"));
      await tara.hand.write(say("desk", "passphrase.first"), world.who("tara").passphrase);
      await tara.hand.press(say("desk", "unlock.submit"));
      await tara.hand.press(say("people", "move.do"));
      await tara.hand.see(say("people", "move.nothingLeft"));
      await tara.hand.press(say("people", "passphrase.open"));
      await tara.hand.write(say("people", "passphrase.old"), world.who("tara").passphrase);
      await tara.hand.write(say("desk", "passphrase.first"), CHOSEN);
      await tara.hand.write(say("desk", "passphrase.second"), CHOSEN);
      await stage.keep(tara.hand, "76-account-moved", { isTall: true });
      await tara.hand.press(say("people", "passphrase.do"));
      await tara.hand.see(say("people", "passphrase.done"));
      await stage.check(tara.hand, "account");
      await tara.openOnlyCase();
      await tara.hand.see(SUMMARY);
      await tara.act("case.note", () => tara.hand.write(say("desk", "act.note"), "Still here."));

      await signIn({ ...world.who("tara"), passphrase: CHOSEN });
    }),
);
