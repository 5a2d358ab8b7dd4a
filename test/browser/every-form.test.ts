import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answers, answersToSend, caseKind, type FormPage, type Kind } from "~/forms";
import type { SeedOffice } from "../../prisma/seed/people";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { type BrowserName, launch } from "./support/browsers";
import type { Hand } from "./support/hand";
import { KeyHand } from "./support/key-hand";
import { openNewReport } from "./support/opened-report";
import { fillForm, takeReceipt } from "./support/reporting";
import { Stage } from "./support/stage";

const SAMPLES: Record<Kind, Answers> = {
  tip: TIP,
  grievance: GRIEVANCE,
  complaint: COMPLAINT,
  selfDisclosure: DISCLOSURE,
};

/**
 * Each form in each browser from the start page to the receipt, with a mouse or with the keyboard alone. Four walks are
 * told elsewhere, with what comes after them: the tip in Chromium and in Firefox by the stories, the grievance in Chromium
 * and the tip in the hardened browser by `forms.test.ts`. Chromium speaks Arabic here, on a telephone.
 */
const WALKS = [
  ["chromium", "a mouse", "complaint"],
  ["chromium", "the keyboard", "selfDisclosure"],
  ["firefox", "the keyboard", "tip"],
  ["firefox", "the keyboard", "grievance"],
  ["firefox", "the keyboard", "complaint"],
  ["firefox", "a mouse", "selfDisclosure"],
  ["hardened", "a mouse", "grievance"],
  ["hardened", "a mouse", "complaint"],
  ["hardened", "a mouse", "selfDisclosure"],
] as const;

/** No storage of any kind, and no cookie. */
const KEEPS_NOTHING = {
  "dom.storage.enabled": false,
  "dom.indexedDB.enabled": false,
  "network.cookie.cookieBehavior": 2,
};
/** How far the clock of a device is off, in days, where its form is filled in by the hardened browser. */
const CLOCK_DAYS: Partial<Record<Kind, number>> = { grievance: -365, complaint: 365 };

let server: TestServer;
let office: SeedOffice;
const browsers: Browser[] = [];
const stages = new Map<string, Stage>();
const known = new Set<string>();

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  const open = async (place: string, name: BrowserName, language: "en" | "ar") => {
    const isHardened = place === "hardened";
    const browser = await launch(name, { language, isHardened, ...(isHardened && { prefs: KEEPS_NOTHING }) });
    browsers.push(browser);
    stages.set(place, new Stage(browser, name, server.base, language));
  };
  await Promise.all([
    open("chromium", "chromium", "ar"),
    open("firefox", "firefox", "en"),
    open("hardened", "firefox", "en"),
  ]);
  stages.get("chromium")?.holdPhone();
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server?.stop();
});

test("the hardened browser has no WebAssembly and no storage", async () => {
  const stage = stages.get("hardened") as Stage;
  const hand = await stage.enter("/report");
  const found = await hand.page.evaluate(() => [typeof WebAssembly, localStorage, navigator.cookieEnabled]);
  expect(found).toEqual(["undefined", null, false]);
  await stage.leave(hand);
});

test.each(WALKS)(
  "in %s, with %s, a %s is written from the start page to the receipt, and opens",
  {
    timeout: 90_000,
  },
  async (place, how, kind) => {
    const stage = stages.get(place) as Stage;
    const { say } = stage;
    if (place === "hardened") await stage.setClock(CLOCK_DAYS[kind] ?? 0);
    const mouse = await stage.enter("/");
    const hand = how === "a mouse" ? mouse : new KeyHand(mouse.page);
    await hand.press(say("public", "landing.report"));
    await fillForm(stage, hand, SAMPLES[kind], { kind, onPage: (_, step) => changeMind(stage, hand, step) });
    await hand.press(say("reporter", "review.send"));
    expect(await takeReceipt(stage, hand)).toHaveLength(12);
    await stage.leave(hand);
    const report = await openNewReport(office, "tara", known);
    expect(report).toMatchObject({
      outside: caseKind(kind),
      inside: kind,
      answers: answersToSend(kind, SAMPLES[kind]),
    });
    expect(stage.allFaults()).toEqual([]);
  },
);

/** A second product is added and taken away again: the focus goes into it, and is not lost when it goes. */
async function changeMind({ say }: Stage, hand: Hand, page: FormPage) {
  if (page.id !== "technology" || !(hand instanceof KeyHand)) return;
  await hand.press(say("form", "field.items.add"));
  await hand.write(say("form", "field.items.part.product.label"), "Not needed", true);
  await hand.clickWhere(
    (words) =>
      [...document.querySelectorAll("button")].filter((one) => one.innerText.trim().startsWith(words)).at(-1) ?? null,
    say("form", "rows.remove"),
    "no product can be taken away",
  );
  expect(await hand.page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
}
