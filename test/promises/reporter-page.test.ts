import { afterAll, beforeAll, expect, test } from "vitest";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await foundTestOffice(server);
});
afterAll(() => server?.stop());

const PAGES = [
  "/",
  "/guidance",
  "/guidance/ask",
  "/report",
  "/mailbox",
  "/report/armored",
  "/mailbox/armored",
  "/keys",
  "/procedure",
  "/statistics",
  "/no/such/page",
];
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.base + path, { headers });
  return { headers: response.headers, text: await response.text() };
};

test.each(PAGES)("%s runs no inline script and loads nothing from anywhere else", async (path) => {
  const { headers, text } = await get(path);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("content-security-policy")).toMatch(/script-src 'self'(;|$)/);
  const scripts = [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  for (const [, attributes, body] of scripts) {
    expect(attributes).toMatch(/ src="\/reporter\//);
    expect(body).toBe("");
  }
  expect(text).not.toMatch(/\son[a-z]+="|\sstyle="|javascript:/);
  const loaded = [...text.matchAll(/<(?:script|link|img|iframe|form)[^>]*(?:src|href|action)="([^"]+)"/g)].map(
    (match) => match[1],
  );
  for (const address of loaded) expect(address).toMatch(/^\//);
});

test.each(PAGES)("%s sets no cookie, is not kept by the browser, and bears the one constant title", async (path) => {
  const { headers, text } = await get(path);
  expect(headers.get("set-cookie")).toBeNull();
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("etag")).toBeNull();
  expect(/<title>([^<]*)<\/title>/.exec(text)?.[1]).toBe("Ombra");
});

test("the reporter's page is the same file for everybody", async () => {
  const plain = await get("/report");
  const other = await get("/report", {
    "User-Agent": "Somebody/1.0",
    "X-Forwarded-For": "198.51.100.7",
    Cookie: "ombra=x",
  });
  expect(other.text).toBe(plain.text);
});

test("nothing a reporter typed can be posted unencrypted: no control of the form bears a name", async () => {
  for (const path of ["/report", "/mailbox"]) {
    const { text } = await get(path);
    const controls = [...text.matchAll(/<(input|textarea|select|button)\b[^>]*>/g)].map((match) => match[0]);
    expect(controls.filter((control) => /\sname=/.test(control))).toEqual([]);
    const outside = text.replace(/<template[\s\S]*?<\/template>/g, "");
    expect(outside).not.toMatch(/<textarea|<input/);
  }
});

test("without scripts a box takes armor only: the browser itself refuses anything else, and offers sealed files alone", async () => {
  for (const path of ["/report/armored", "/mailbox/armored"]) {
    const { text } = await get(path);
    expect(text).not.toContain("<textarea");
    const inputs = [...text.matchAll(/<input\b[^>]*>/g)]
      .map((match) => match[0])
      .filter((input) => !/type="hidden"/.test(input));
    expect(inputs.length).toBeGreaterThan(0);
    // What can be typed into is judged by its pattern; the box for a sealed file takes no typing, and shows sealed files alone.
    for (const input of inputs) expect(input).toMatch(/\spattern="|\stype="file" accept="\.asc"/);
  }
});

test("the office's own pages answer a stranger with the sign-in page, and their data with nothing", async () => {
  for (const path of ["/desk", "/desk/team", "/desk/account", `/desk/cases/${"0".repeat(32)}`]) {
    const response = await fetch(server.base + path, { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toContain("/desk/sign-in");
  }
  expect((await fetch(`${server.base}/api/v1/cases`)).status).toBe(401);
  expect((await fetch(`${server.base}/setup/wrong`)).status).toBe(404);
  expect((await fetch(`${server.base}/join/wrong`)).status).toBe(404);
});

test("a changing request that another site started is refused", async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${server.base}/api/v1/sign-out`, { method: "POST", headers });
  expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ Origin: "null" })).status).toBe(403);
  expect((await post({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect((await post({ Cookie: "ombra=stolen" })).status).toBe(403);
  expect((await post({ Origin: server.base, "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
});
