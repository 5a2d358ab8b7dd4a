import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import ar from "~/locales/ar/guidance.json";
import en from "~/locales/en/guidance.json";
import { noticesFor } from "~/services/front/guidance.server";
import { addDays } from "~workflows/days";
import { JURISDICTIONS } from "~workflows/policy";
import type { SeedOffice } from "../../prisma/seed/people";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const ONION = `http://${"a".repeat(56)}.onion`;
const NOTHING = {
  pageTitle: "",
  pageIcon: "mark",
  exitAddress: "",
  emergencyText: "",
  emergencyLink: "",
  secretsText: "",
};
let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  server = await startServer({ env: { ONION_ORIGIN: ONION } });
  office = await foundTestOffice(server);
});
afterAll(() => server?.stop());

const save = (name: string, values: object) =>
  named(office, name).client.call("POST", "/api/v1/office/front", { ...NOTHING, ...values });
const page = async (path: string) => (await fetch(server.base + path)).text();
/** Asks under a host name of one's choice, which `fetch` does not let anybody do. */
const askAs = (host: string, path: string) =>
  new Promise<{ onion: unknown; text: string }>((resolve, reject) => {
    const asked = request(server.base + path, { headers: { host } }, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () => resolve({ onion: response.headers["onion-location"], text }));
    });
    asked.on("error", reject).end();
  });

test("every notice about the law has an owner, a source, a review date and words in both languages for its version", () => {
  for (const { id, version, owner, source, reviewBy } of JURISDICTIONS) {
    expect(addDays(reviewBy, 0)).toBe(reviewBy);
    expect([owner, source].every((text) => text.length > 3)).toBe(true);
    for (const words of [en, ar].map(({ law }) => law as unknown as Record<string, Record<string, unknown>>)) {
      expect(words.notices?.[id]).toHaveProperty(`v${version}`);
      expect(words.place?.[id]).toBeTruthy();
      expect(words.owner?.[owner]).toBeTruthy();
    }
  }
});

test("the office's own country comes first, and a notice past its date says so", () => {
  const { here, elsewhere } = noticesFor("DE", "2026-06-01");
  expect(here.map(({ id }) => id)).toEqual(["de", "eu"]);
  expect(elsewhere.map(({ id }) => id)).not.toContain("de");
  expect(noticesFor("", "2026-06-01").here).toEqual([]);
  const reviewBy = here[0]?.reviewBy ?? "";
  expect(noticesFor("DE", reviewBy).here[0]?.state).not.toBe("past");
  expect(noticesFor("DE", addDays(reviewBy, 1)).here[0]?.state).toBe("past");
});

test("no notice promises the Directive's protection for exports", () => {
  expect(en.law.notices.eu.v1).toContain("not in that list");
  for (const notice of Object.values(en.law.notices)) expect(notice.v1).not.toMatch(/you are protected by/i);
});

test("the page says that there is no emergency contact until the office names one, and then names it", async () => {
  expect(await page("/guidance")).toContain("named no emergency contact");
  await save("olga", { emergencyText: "The night line <b>", emergencyLink: "tel:+4930123456" });
  const text = await page("/guidance");
  expect(text).toContain("The night line &lt;b&gt;");
  expect(text).toContain('href="tel:+4930123456"');
  expect(text).not.toContain("named no emergency contact");
  // Advice stands before any form: linked first on the first page, and above the form's own.
  expect((await page("/")).indexOf("/guidance")).toBeLessThan((await page("/")).indexOf('href="/report"'));
  expect(await page("/report")).toMatch(/advice-first[\s\S]*<h1>/);
});

test.each([
  ["badExit", { exitAddress: "http://plain.example/" }],
  ["badExit", { exitAddress: "javascript:alert(1)" }],
  ["badExit", { exitAddress: "https://name:word@elsewhere.example/" }],
  ["badExit", { exitAddress: "elsewhere" }],
  ["badLink", { emergencyText: "A line", emergencyLink: "javascript:alert(1)" }],
  ["badLink", { emergencyText: "A line", emergencyLink: "data:text/html,x" }],
  ["linkAlone", { emergencyLink: "tel:112" }],
  ["badTitle", { pageTitle: "x".repeat(41) }],
  ["badTitle", { pageTitle: "Notes\u202e" }],
  ["badEmergency", { emergencyText: "x".repeat(601) }],
  ["badSecrets", { secretsText: "a\u0000b" }],
])("%s: %o is refused, and what stood before stays", async (rule, values) => {
  await expect(save("olga", values)).rejects.toMatchObject({ status: 400, problem: { rule } });
  expect(await page("/guidance")).toContain("The night line");
});

test("only those who run the office can change it", async () => {
  for (const name of ["tara", "ines", "vera"]) {
    await expect(save(name, {})).rejects.toMatchObject({ status: 404 });
  }
});

test("pages that are only read tell of the onion address, whatever host a request claims, and not the form", async () => {
  const here = new URL(server.base).host;
  expect(await askAs(here, "/guidance?lang=ar")).toMatchObject({ onion: `${ONION}/guidance?lang=ar` });
  expect((await askAs("evil.example", "/")).onion).toBe(`${ONION}/`);
  for (const path of ["/report", "/mailbox", "/desk/sign-in", "/api/v1/office"]) {
    expect((await askAs(here, path)).onion, path).toBeUndefined();
  }
  expect((await askAs(here, "/keys")).text).toContain(ONION);
  const there = await askAs(new URL(ONION).host, "/keys");
  expect(there.onion).toBeUndefined();
  expect(there.text).not.toContain(ONION);
});
