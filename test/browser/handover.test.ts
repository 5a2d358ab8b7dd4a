import { expect, test } from "vitest";
import { sha256Hex } from "~crypto/bytes";
import { generateKeyPair, requirePrivateKey } from "~crypto/keys";
import { decryptMessage, literalBytes, parseArmored } from "~crypto/messages";
import { GRANTED, OPENED, PROPOSED } from "../stories/support/steps";
import type { DeskHand } from "./support/desk-hand";
import { tell } from "./support/story-stage";

const LETTER = "Please take this over: the exporter sits with you.";
const OFFICE = "Contact point of country B";

test(
  "an officer makes the package for another office, can make it again after a closed page, and signs which file it was",
  { timeout: 240_000 },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      on.plant(LETTER, OFFICE);
      const report = await world.report({
        kind: "complaint",
        answers: { summary: "The exporter moved to country B." },
      });
      await world.write(report, "consent.give", null, { purpose: "referral" });
      await world.play(report, [
        ...OPENED("tara"),
        ...GRANTED("tara", "olga", "ombudsperson"),
        { by: "tara", event: "coordination.open" },
        PROPOSED("tara", "coordination.transfer"),
      ]);
      const other = await generateKeyPair({ name: OFFICE, now: world.office.now() });
      const desk = await on.desk("olga", "complaint");
      await desk.openOnlyCase();
      const lost = await make(desk);
      // The page is closed before the act is signed: nothing has happened, and the form begins anew.
      await desk.hand.page.reload({ waitUntil: "load" });
      await desk.hand.write(say("desk", "passphrase.first"), world.who("olga").passphrase);
      await desk.hand.press(say("desk", "unlock.submit"));
      await desk.hand.gone(say("desk", "unlock.heading"));
      expect((await world.file("olga", report)).state).toBe("coordination");
      let saved = "";
      await desk.act("coordination.transfer", async () => {
        saved = await make(desk, true);
      });
      expect(saved).not.toBe(lost);
      const act = world.acts(report).at(-1);
      expect(act?.codes).toMatchObject({
        package: await sha256Hex(saved),
        recipient: other.fingerprint,
        handed: ["letter", "report"],
      });
      const opened = await decryptMessage(
        (await parseArmored(saved)) as never,
        await requirePrivateKey(other.privateKey),
      );
      const bytes = opened && literalBytes(opened);
      expect(Buffer.from(bytes ?? new Uint8Array()).toString("latin1")).toContain(LETTER);
      await desk.hand.see(say("desk", "case.section.handover"));
      await desk.hand.see(OFFICE);
      await on.mailbox(report, async (hand) => {
        await hand.see(`Your case went to ${OFFICE}`);
        await hand.see(say("letters", "handed.report"));
        await stage.keep(hand, "handed-mailbox");
      });

      /** Fills the form, as somebody does who pastes the wrong block first, and saves the package. */
      async function make({ hand }: DeskHand, isLooking = false): Promise<string> {
        const word = (key: string) => say("handover", key);
        await begin(desk, isLooking);
        await hand.press(word("make.make"));
        await hand.see(word("missing.key"));
        await paste(desk, word("key.label"), other.privateKey);
        await hand.see(word("key.fault.private").slice(0, 40));
        expect(await hand.page.$$eval("textarea", (all) => all.map(({ value }) => value).join())).not.toContain(
          "PRIVATE",
        );
        await paste(desk, word("key.label"), other.publicKey);
        await hand.see(word("key.compare").slice(0, 60));
        await hand.tick(word("key.compared"));
        await hand.write(word("office.label"), OFFICE);
        await hand.write(word("letter.label"), LETTER);
        await hand.tick(word("contents.report"));
        const text = await textOfDownload(desk, word("make.make"));
        await hand.see(word("made.next").slice(0, 40));
        await hand.see(await sha256Hex(text));
        if (isLooking) {
          await stage.keep(hand, "handover", { isTall: true });
          await stage.check(hand, "the package");
        }
        return text;
      }
    }),
);

/** Opens the form of the transfer; the second time the test's own hand has done so. */
async function begin(desk: DeskHand, isOpen: boolean) {
  if (isOpen) return;
  await desk.hand.press("Transfer to the other office");
}

/** Puts a whole text into the field at once, as a paste does. */
async function paste({ hand }: DeskHand, label: string, text: string) {
  await hand.write(label, "");
  await hand.page.evaluate((words) => void document.execCommand("insertText", false, words), text);
}

/** What a press of this button hands to the browser to save. */
async function textOfDownload({ hand }: DeskHand, label: string): Promise<string> {
  await hand.page.evaluate(() => {
    const real = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      (globalThis as unknown as { saved?: Blob }).saved = blob;
      return real(blob);
    };
  });
  await hand.press(label);
  const handle = await hand.page.waitForFunction(() => (globalThis as unknown as { saved?: Blob }).saved?.text());
  return (await handle.jsonValue()) as string;
}
