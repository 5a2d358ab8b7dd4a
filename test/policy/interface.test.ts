import { afterAll, beforeAll, expect, test } from "vitest";
import { type SeedOffice, signIn } from "../../prisma/seed/people";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const REASON = "Two colleagues are on leave until spring.";
let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
});
afterAll(() => server?.stop());

const change = (name: string, body: unknown) =>
  named(office, name).client.call<{ version: string }>("POST", "/api/v1/policy", body);
const deadline = (spans: unknown) => ({ policy: "deadlines", entries: { admitted: spans }, reason: REASON });

async function pageOf(name: string, language = "en") {
  const { cookie } = named(office, name).client;
  const response = await fetch(`${server.base}/admin/policy?lang=${language}`, { headers: { Cookie: cookie } });
  return { status: response.status, html: await response.text() };
}

test("the ombudsperson changes a deadline, and the page marks it with what is published", async () => {
  expect(await change("olga", deadline(["1wd", "2wd", "4wd", "8wd"]))).toEqual({ version: "deadlines@1+1" });
  const { status, html } = await pageOf("olga");
  expect(status).toBe(200);
  expect(html).toContain("changed by this office");
  expect(html).toContain("published: 10 working days");
  expect(html).toContain(REASON);
});

test("every policy stands on the page with its review date, in English and in Arabic", async () => {
  const { html } = await pageOf("ada");
  for (const name of ["Deadlines", "Tiers and factors", "Red flags", "Standards register"]) {
    expect(html).toContain(name);
  }
  const arabic = (await pageOf("ada", "ar")).html;
  for (const name of ["المهل", "علامات الإنذار", "سجل المعايير"]) expect(arabic).toContain(name);
  for (const page of [html, arabic]) expect(page).not.toMatch(/>(duties|name|state|fault|span)\.[a-z]/);
});

test("to anybody else the page does not exist, and neither does the calendar", async () => {
  expect((await pageOf("tara")).status).toBe(404);
  const { cookie } = named(office, "tara").client;
  const calendar = await fetch(`${server.base}/api/v1/office/calendar?country=DE`, { headers: { Cookie: cookie } });
  expect(calendar.status).toBe(404);
});

test("an administrator sees the policy but cannot change it; a stranger cannot even ask", async () => {
  await expect(change("ada", deadline(["1d", "1d", "1d", "1d"]))).rejects.toMatchObject({ status: 403 });
  const stranger = await fetch(`${server.base}/api/v1/policy`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: server.base },
    body: JSON.stringify(deadline(["1d", "1d", "1d", "1d"])),
  });
  expect(stranger.status).toBe(401);
});

test("a change that breaks a rule is refused with the rule, the duty and the tier", async () => {
  await expect(change("olga", deadline(["1wd", "-2wd", "4wd", "8wd"]))).rejects.toMatchObject({
    status: 400,
    problem: { rule: "notASpan", duty: "admitted", tier: "T2" },
  });
  await expect(change("olga", { policy: "grounds", entries: {}, reason: REASON })).rejects.toMatchObject({
    status: 400,
  });
  await expect(change("olga", { ...deadline([]), reason: "x".repeat(70_000) })).rejects.toMatchObject({ status: 413 });
});

test("the administrator looks at a country, saves it, and the page shows its next holidays", async () => {
  const { client } = named(office, "ada");
  const view = await client.call<{ regions: { id: string }[]; next: { day: string }[] }>(
    "GET",
    "/api/v1/office/calendar?country=DE&region=BY",
  );
  expect(view.regions.map(({ id }) => id)).toContain("BY");
  expect(view.next).toHaveLength(5);
  await client.call("POST", "/api/v1/office/calendar", { country: "DE", region: "BY" });
  expect((await pageOf("ada")).html).toMatch(/<option value="DE" selected="">Germany/);
  await expect(client.call("POST", "/api/v1/office/calendar", { country: "ZZ", region: "" })).rejects.toMatchObject({
    status: 400,
    problem: { rule: "unknownCountry" },
  });
});

test("past their review dates policies stay in force, and both the office and the public are told", async () => {
  const olga = named(office, "olga");
  const published = async () => (await fetch(`${server.base}/procedure`)).text();
  expect((await pageOf("olga")).html).not.toContain("They stay in force");
  expect(await published()).not.toContain("past their review date");
  await server.stop({ keepData: true });
  server = await startServer({ dataFolder: server.dataFolder, env: { OMBRA_DAY_OFFSET: "800" } });
  olga.client.base = server.base;
  await signIn(olga);
  const { html } = await pageOf("olga");
  expect(html).toContain("policies have passed. They stay in force, and the public page says so.");
  expect(html).toContain("changed by this office");
  expect(await published()).toContain("past their review date");
});
