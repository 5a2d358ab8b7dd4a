import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openItem } from "~crypto/items";
import { generateKeyPair } from "~crypto/keys";
import { writeReportFile } from "~crypto/report-file";
import { signText } from "~crypto/signatures";
import { openWrap } from "~crypto/wraps";
import { invite, type SeedOffice } from "../../prisma/seed/people";
import { sealReport } from "../../prisma/seed/report";
import { countRows } from "../interop/support/database";
import { makeFolder, runProgram } from "../interop/support/shell";
import { foundTestOffice, named, openMailbox } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const TEAM = [
  { name: "ada", displayName: "Ada Admin", roles: ["administrator" as const] },
  { name: "tara", displayName: "Tara </script> Intake", roles: ["intake" as const] },
];
const PLAIN = "the ochre ledger has two last pages";

let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server, TEAM);
});
afterAll(() => server?.stop());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.base + path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");
const blockOf = (text: string) =>
  JSON.parse(/<script type="application\/json" id="office-data">([^<]*)<\/script>/.exec(text)?.[1] ?? "{}");

describe("the page to take away", () => {
  test("is the same bytes for everybody, to be saved and not shown", async () => {
    const { headers, text } = await get("/ombra-offline.html");
    expect(headers.get("content-disposition")).toBe('attachment; filename="ombra-offline.html"');
    expect(headers.get("set-cookie")).toBeNull();
    const other = await get("/ombra-offline.html?lang=ar", { "Accept-Language": "ar", Host: "other.example" });
    expect(other.text).toBe(text);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
  });

  test("loads nothing, can send nothing, and runs no script but the one that its own policy names", async () => {
    const { text } = await get("/ombra-offline.html");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/i.exec(text)?.[1]?.replaceAll("&#x27;", "'");
    for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|https?:|\*|'self'/);
    const scripts = [...text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    const running = scripts.filter(([, attributes = ""]) => !attributes.includes("application/json"));
    expect(running).toHaveLength(1);
    const [, , code = ""] = running[0] ?? [];
    expect(policy).toContain(`'sha256-${createHash("sha256").update(code).digest("base64")}'`);
    expect(scripts.every(([, attributes = ""]) => !attributes.includes("src"))).toBe(true);
    expect(text).not.toMatch(/<(?:link|img|iframe|form)\b/);
  });

  test("holds this office's keys, and no name can break out of its place", async () => {
    const block = blockOf((await get("/ombra-offline.html")).text);
    expect(block).toMatchObject({ fingerprint: office.keys.fingerprint, origin: "" });
    expect(block.directory.map((one: { displayName: string }) => one.displayName)).toContain("Tara </script> Intake");
    expect(block.keysDay).toBe(office.now().toISOString().slice(0, 10));
    expect(JSON.stringify(block)).not.toMatch(/PRIVATE KEY|\d\d:\d\d:\d\d/);
  });
});

describe("its signature", () => {
  const sign = (who: string, body: object) =>
    named(office, who).client.call("POST", "/api/v1/office/offline-signature", body);

  test("is missing at first, and the pages say so and give the hash", async () => {
    const { text } = await get("/ombra-offline.html");
    for (const path of ["/keys", "/report/armored"]) {
      const shown = (await get(path)).text;
      expect(shown).toContain(digestOf(text));
      expect(shown).toContain("has not signed this version yet");
    }
    expect((await get("/ombra-offline.html.asc")).status).toBe(404);
  });

  test("is taken from nobody but an administrator, and only by the office key on this very page", async () => {
    const { text } = await get("/ombra-offline.html");
    const digest = digestOf(text);
    const signature = await signText(text, office.keys.privateKey, office.now());
    const stranger = await generateKeyPair({ name: "Office of Tests", now: office.now() });
    const forged = await signText(text, stranger.privateKey, office.now());
    const ofOther = await signText(`${text} `, office.keys.privateKey, office.now());
    await expect(sign("tara", { digest, signature })).rejects.toMatchObject({ status: 403 });
    await expect(sign("ada", { digest, signature: forged })).rejects.toMatchObject({ status: 400 });
    await expect(sign("ada", { digest, signature: ofOther })).rejects.toMatchObject({ status: 400 });
    await expect(sign("ada", { digest: digestOf("x"), signature })).rejects.toMatchObject({ status: 409 });
    expect((await get("/ombra-offline.html.asc")).status).toBe(404);
  });

  test("is published beside the page, and gpg and sha256sum confirm both", async () => {
    const { text } = await get("/ombra-offline.html");
    const digest = digestOf(text);
    await sign("ada", { digest, signature: await signText(text, office.keys.privateKey, office.now()) });
    const folder = makeFolder("ombra-page-");
    writeFileSync(join(folder.path, "ombra-offline.html"), text);
    writeFileSync(join(folder.path, "ombra-offline.html.asc"), (await get("/ombra-offline.html.asc")).text);
    writeFileSync(join(folder.path, "keys.asc"), (await get("/keys/all.asc")).text);
    const commands =
      "sha256sum ombra-offline.html; gpg --batch --import keys.asc; gpg --batch --status-fd 1 --verify ombra-offline.html.asc ombra-offline.html";
    const { stdout, status } = runProgram("bash", ["-c", commands], {
      cwd: folder.path,
      env: { GNUPGHOME: folder.path },
    });
    folder.remove();
    expect(status).toBe(0);
    expect(stdout).toContain(digest);
    expect(stdout).toContain(`VALIDSIG ${office.keys.fingerprint.toUpperCase()}`);
    expect((await get("/keys")).text).toContain("Signed with the office key on");
  });

  test("counts no more when somebody joins: the page is another one then", async () => {
    const before = await get("/ombra-offline.html");
    const ada = named(office, "ada");
    const tom = { name: "tom", displayName: "Tom Intake", roles: ["intake" as const] };
    office.people.push(await invite(office, ada, tom, "a passphrase for tests only"));
    const after = await get("/ombra-offline.html");
    expect(digestOf(after.text)).not.toBe(digestOf(before.text));
    expect((await get("/ombra-offline.html.asc")).status).toBe(404);
    expect((await get("/keys")).text).toContain("has not signed this version yet");
  });
});

describe("the file that it makes", () => {
  const seal = async () => {
    const sealed = await sealReport(office, {
      kind: "grievance",
      answers: { summary: PLAIN },
      files: [{ name: "scan.pdf", type: "application/pdf", bytes: new TextEncoder().encode(PLAIN.repeat(2000)) }],
    });
    const parts = sealed.parts.map(({ bytes }) => bytes);
    return { sealed, parts, file: writeReportFile({ request: JSON.stringify(sealed.body), parts }) };
  };
  const curl = (file: string) =>
    fetch(`${server.base}/api/v1/reports`, { method: "POST", headers: { "Content-Type": "text/plain" }, body: file });
  const upload = (file: string) => {
    const form = new FormData();
    form.set("kind", "tip");
    form.set("file", new Blob([file]), "sealed-report.asc");
    return fetch(`${server.base}/report/armored`, { method: "POST", body: form });
  };

  test("is one case however often and by whichever way it comes, and the twelve words open it", async () => {
    const { sealed, file } = await seal();
    const folder = makeFolder("ombra-sealed-");
    writeFileSync(join(folder.path, "sealed-report.asc"), file);
    const [command = ""] = /^ *curl .*\/api\/v1\/reports$/m.exec(readFileSync("docs/offline-page.md", "utf8")) ?? [];
    const here = command.replace("https://report.example.org", server.base);
    const arrival = JSON.parse(runProgram("bash", ["-c", here], { cwd: folder.path }).stdout);
    folder.remove();
    expect(arrival).toMatchObject({ case: sealed.case, reference: expect.any(String) });
    expect(await (await curl(file.replaceAll("\n", "\r\n"))).json()).toEqual(arrival);
    expect(await (await upload(file)).text()).toContain(arrival.reference);
    const request = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(sealed.body),
    };
    expect(await (await fetch(`${server.base}/api/v1/reports`, request)).json()).toEqual(arrival);
    const mailbox = await openMailbox(office, { ...sealed, reference: arrival.reference });
    expect(await mailbox.bodies()).toMatchObject([{ answers: { summary: PLAIN } }, { name: "scan.pdf" }]);
    expect(countRows(server.dataFolder)).toMatchObject({ Case: 1, Part: 1 });
  });

  test("is opened by an officer like any other report", async () => {
    const tara = named(office, "tara");
    type File = { case: string; compartments: { wrap: string; fingerprint: string }[]; items: { armored: string }[] };
    const { rows } = await tara.client.call<{ rows: { case: string; channel: string }[] }>("GET", "/api/v1/cases");
    const read = await tara.client.call<File>("GET", `/api/v1/cases/${rows[0]?.case}`);
    const [compartment, item] = [read.compartments[0], read.items[0]];
    if (!compartment || !item) throw new Error("The case is empty.");
    const { wrap: sealed, fingerprint } = compartment;
    const compartmentPrivateKey = await openWrap({ sealed, privateKey: tara.keys.privateKey, fingerprint });
    const expected = { case: read.case, compartment: "correspondence" as const, seq: 0 };
    const { payload } = await openItem({ armored: item.armored, compartmentPrivateKey, expect: expected, signers: {} });
    expect(payload.body).toMatchObject({ kind: "grievance", answers: { summary: PLAIN } });
  });

  test("is refused whole when it is damaged, holds a word more, or lacks a part: every table stays as it was", async () => {
    const { sealed, parts, file } = await seal();
    const request = (change: object) => JSON.stringify({ ...(sealed.body as object), ...change });
    const other = new Uint8Array(parts[0] ?? []);
    other[20] = (other[20] ?? 0) ^ 1;
    const files = {
      cut: file.slice(0, -200),
      words: `${PLAIN}\n${file}`,
      field: writeReportFile({ request: request({ note: PLAIN }), parts }),
      missing: writeReportFile({ request: request({}), parts: [] }),
      besides: writeReportFile({ request: request({}), parts: [...parts, new TextEncoder().encode(PLAIN)] }),
      changed: writeReportFile({ request: request({}), parts: [other] }),
      json: writeReportFile({ request: PLAIN, parts }),
    };
    const before = countRows(server.dataFolder);
    for (const [name, text] of Object.entries(files)) {
      const answer = await curl(text);
      expect([name, answer.status]).toEqual([name, 422]);
      expect((await answer.json()).title).toContain("Nothing was stored.");
      expect((await upload(text)).status).toBe(422);
    }
    expect(await (await upload(files.cut)).text()).toContain("damaged, cut off");
    expect(countRows(server.dataFolder)).toEqual(before);
  });

  test("is refused whole when it is sealed to somebody who takes no reports in, and the page says to seal anew", async () => {
    const sealed = await sealReport(office, { kind: "tip", answers: {} }, [named(office, "ada")]);
    const before = countRows(server.dataFolder);
    const file = writeReportFile({ request: JSON.stringify(sealed.body), parts: [] });
    expect((await curl(file)).status).toBe(400);
    expect(await (await upload(file)).text()).toContain("seal your report again");
    expect(countRows(server.dataFolder)).toEqual(before);
  });

  test("an upload of anything else is refused in plain words, and an empty one too", async () => {
    const before = countRows(server.dataFolder);
    const plain = await upload(PLAIN);
    expect([plain.status, await plain.text()]).toEqual([422, expect.stringContaining("It is not sealed")]);
    const empty = await upload("");
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining("Nothing came along")]);
    const form = { "Content-Type": "multipart/form-data; boundary=x" };
    const torn = await fetch(`${server.base}/report/armored`, {
      method: "POST",
      headers: form,
      body: "--x\r\nCont",
    });
    expect(torn.status).toBe(400);
    expect(countRows(server.dataFolder)).toEqual(before);
    expect(server.output()).not.toContain(PLAIN);
  });
});

test("the sums of the form's program are published, and are those of the files that browsers fetch", async () => {
  const { text } = await get("/keys/sha256sums.txt");
  const lines = text.trim().split("\n");
  expect(lines.length).toBeGreaterThan(3);
  const page = (await get("/keys")).text;
  for (const line of lines) {
    const [sum = "", path] = line.split("  ");
    expect(digestOf((await get(`/${path}`)).text)).toBe(sum);
    expect(page).toContain(sum);
  }
});
