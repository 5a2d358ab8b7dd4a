import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import type { Published } from "~/services/published/read-published.server";
import { purgeCase } from "~/services/purge/purge-case.server";
import type { Act } from "~crypto/acts";
import { canonicalJson } from "~crypto/canonical";
import { type PublicText, publicTextDigest } from "~crypto/public-text";
import { sendAct, writeAct } from "../../prisma/seed/acts";
import type { SentReport } from "../../prisma/seed/report";
import type { CaseExport } from "../../verify/case-export";
import { verifyExport } from "../../verify/verify-export";
import { makeFolder, runProgram } from "../interop/support/shell";
import { copyOf, placeOf, requireSoundExport, rewrite } from "../verify/support";
import { FINDINGS, INQUIRY, OPENED, PROPOSED, REASONED, REASONS, STANDARDS } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

const TITLE = "<b>Cameras</b> & a licence over the vermilion lake";
const TEXT = {
  title: TITLE,
  language: "fa",
  text: "The register named one end user.\nThe cameras went to another.\n\n<script>alert(1)</script> is shown as it stands.",
};
const EVENT = "statement.publish";
const folder = makeFolder("ombra-p-");

let world: World;
let report: SentReport;
let exported: CaseExport;

beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "complaint", answers: { summary: "Cameras went to a ministry." } });
  await world.play(report, [
    ...OPENED("tara"),
    { by: "tom", event: "conflict.declareNone" },
    ...INQUIRY("tara", "complaint"),
    { by: "ines", event: "evidence.seal" },
    { by: "viktor", event: "text.attestSafe", note: "Read line by line: nothing names the group." },
    REASONED("ines", "provisional.issue"),
    { by: "ines", event: "comment.received", note: "The exporter wrote back." },
    ...FINDINGS("PARTLY").slice(1),
    { by: "viktor", event: "review.approve" },
    {
      by: "olga",
      event: "decision.issue",
      codes: { ...STANDARDS, outcome: "PARTLY", recommendations: ["CONDITION"] },
      decision: REASONS,
      notice: "Your concern is upheld in part.",
    },
  ]);
});
afterAll(async () => {
  folder.remove();
  await world?.stop();
});

const PROPOSE = (by: string) => ({ ...PROPOSED(by, EVENT), statement: TEXT });
const list = async () => (await fetch(`${world.server.base}/api/v1/decisions`)).json();
const publishAs = (name: string, change: object = {}) => world.act(name, report, { event: EVENT, ...change });
const write = (name: string) => writeAct(world.office, world.who(name), report.case, { event: EVENT });

/** Runs an act that is refused; nothing is written, and nothing is public. */
async function refused(act: Promise<unknown>, rule: string) {
  const before = world.acts(report).length;
  await expect(act).rejects.toMatchObject(refusedBy(rule));
  expect(world.acts(report)).toHaveLength(before);
  expect(await list()).toEqual({ texts: [], next: null });
}

test("nothing is public before the first text is, and the page says so", async () => {
  expect(await list()).toEqual({ texts: [], next: null });
  expect(await (await fetch(`${world.server.base}/decisions`)).text()).toContain("Nothing has been published yet.");
});

test("a statement is proposed with its text, or not at all", async () => {
  const empty = { ...PROPOSED("olga", EVENT), codes: { for: EVENT, ...STANDARDS, statement: "" } };
  await refused(world.play(report, [empty]), "noStatement");
});

test("a text that comes in the open before it is published is not taken", async () => {
  const { by: _by, grantTo: _to, ...plan } = PROPOSE("olga");
  const written = await writeAct(world.office, world.who("olga"), report.case, plan);
  const open = { v: 1, language: "en", title: TITLE, paragraphs: ["Too early."], salt: "0".repeat(32) };
  const early = { ...written, statement: open } as typeof written;
  await refused(sendAct(world.who("olga"), early), "otherStatement");
});

test("while it waits, the text is sealed: no word of it lies in the office's files", async () => {
  await world.play(report, [PROPOSE("viktor")]);
  for (const name of ["ombra.db", "ombra.db-wal"]) {
    const bytes = readFileSync(join(world.server.dataFolder, name)).toString("latin1");
    for (const word of ["vermilion", "The cameras went to another"]) expect(bytes).not.toContain(word);
  }
});

test("whoever proposed a text does not publish it, and a proposal of somebody who stepped aside is void", async () => {
  await refused(publishAs("viktor"), "samePerson");
  await world.play(report, [PROPOSE("tom"), { by: "tom", event: "conflict.declare" }]);
  await refused(publishAs("viktor"), "recused");
});

test("a text that was edited after it was read is not what was approved", async () => {
  await world.play(report, [PROPOSE("olga")]);
  const read = await write("viktor");
  const other = { ...TEXT, text: "The register named nobody." };
  await world.play(report, [{ ...PROPOSE("olga"), statement: other }]);
  const { proposal, statement } = read.act.codes;
  await refused(publishAs("viktor", { codes: { proposal } }), "changedSinceProposed");
  // The new reasons with the old text, and the other way round.
  await refused(publishAs("viktor", { codes: { statement } }), "otherStatement");
  await refused(publishAs("viktor", { statement: (read as { statement?: PublicText }).statement }), "otherStatement");
  await world.play(report, [PROPOSE("olga")]);
});

test("what is sent to be published has to have the digest that was approved, to the letter", async () => {
  const { statement } = (await write("viktor")) as { statement?: PublicText };
  if (!statement) throw new Error("The text was not found.");
  const bent = (change: Partial<PublicText>) => publishAs("viktor", { statement: { ...statement, ...change } });
  await refused(bent({ title: `${TITLE}!` }), "otherStatement");
  await refused(bent({ salt: "0".repeat(32) }), "otherStatement");
  await refused(bent({ title: "A line\u202e turned round" }), "badStatement");
  const { statement: _none, ...without } = (await write("viktor")) as Awaited<ReturnType<typeof write>>;
  await refused(sendAct(world.who("viktor"), without as typeof without & { statement: PublicText }), "otherStatement");
  await refused(publishAs("viktor", { codes: { attest: ["PUBLICATION_CHECKED"] } }), "notPublishable");
});

test("two people publish it: it has a number of its own, a quarter, and nothing that leads to the case", async () => {
  expect(await publishAs("viktor")).toMatchObject({ state: "concluded" });
  const [year, month] = world.day.split("-");
  const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  const line = { number: 1, kind: "statement", quarter, language: "fa", title: TITLE };
  expect(await list()).toEqual({ texts: [line], next: null });
  const text = (await (await fetch(`${world.server.base}/api/v1/decisions/1`)).json()) as Published;
  expect(text).toMatchObject({ ...line, paragraphs: [expect.stringContaining("\n"), expect.anything()] });
  const { language, title, paragraphs, salt } = text;
  expect(await publicTextDigest({ v: 1, language, title, paragraphs, salt })).toBe(text.digest);
  expect(JSON.stringify(world.rows("SELECT * FROM Statement"))).not.toMatch(new RegExp(`${report.case}|${world.day}`));
});

test("its page needs no script, shows what was written as it stands, and is in the text's own language", async () => {
  const answer = await fetch(`${world.server.base}/decisions/1?lang=en`);
  const html = await answer.text();
  expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; is shown as it stands.");
  expect(html).toContain("&lt;b&gt;Cameras&lt;/b&gt; &amp; a licence");
  expect(html).toMatch(/<div lang="fa" dir="rtl"><h1>/);
  for (const hidden of [report.case, world.day]) expect(html).not.toContain(hidden);
  for (const path of ["2", "01", "1e0", "x"])
    expect((await fetch(`${world.server.base}/decisions/${path}`)).status).toBe(404);
});

test("the reporter is told that it is public, and where", async () => {
  expect(await world.box(report)).toMatchObject({ published: [{ number: 1, kind: "statement" }] });
});

const SCRIPTS = join(process.cwd(), "test/interop");
/** Runs the Python verifier's check of texts alone: the rest of it takes gpg through every signature. */
const CHECK = `
import sys
sys.path.insert(0, sys.argv[1])
from verify_chain.form import Broken, read_act, read_file
from verify_chain.statements import check_statements
file = read_file(sys.argv[2])
try:
    check_statements(file, [read_act(one["text"]) for one in file["acts"]])
    print("sound")
except Broken as fault:
    print(fault)
`;

/** What the verifier says of a file; the Python verifier, or its check of texts, has to agree. */
async function judge(file: CaseExport, isWhole = false): Promise<string> {
  const text = canonicalJson(file as never);
  const path = join(folder.path, "case.json");
  writeFileSync(path, text);
  const args = isWhole ? [join(SCRIPTS, "verify-chain.py"), path] : ["-c", CHECK, SCRIPTS, path];
  const python = runProgram("python3", args).stdout.trim().split("\n").at(-1) ?? "";
  const { said } = await verifyExport(new TextEncoder().encode(text));
  expect(said).toContain(python);
  return said;
}

test("an exported case carries the text, and both verifiers hold it against what was proposed and approved", {
  timeout: 60_000,
}, async () => {
  exported = await requireSoundExport(world.who("tara"), report.case);
  expect(await judge(exported, true)).toBe("sound");
  const place = placeOf(exported, EVENT);
  const changed = copyOf(exported);
  for (const one of changed.statements ?? []) one.text = one.text.replace("one end user", "no end user");
  expect(await judge(changed)).toContain(`act ${place} `);
  expect(await judge(changed)).toContain("the text that it published was changed");
  expect(await judge({ ...copyOf(exported), statements: [] })).toContain("is not in the file");
  const swapped = await rewrite(world.office, exported, (act) =>
    act.event === EVENT ? { ...act, codes: { ...act.codes, statement: "e".repeat(64) } } : act,
  );
  expect(await judge(swapped)).toContain("it publishes another text than was proposed");
  const added = copyOf(exported);
  added.statements?.push({ digest: "e".repeat(64), text: "{}" });
  expect(await judge(added)).toContain("no act published it");
});

test("a record from before texts were bound to acts is still sound", { timeout: 60_000 }, async () => {
  const drafts = exported.items.filter(({ kind }) => kind === "statement").map(({ digest }) => digest);
  const isAbout = ({ event, codes }: Act) => event === EVENT || codes.for === EVENT;
  const older = await rewrite(world.office, exported, (act) => {
    const { statement: _none, ...codes } = act.codes;
    const itemDigests = act.itemDigests.filter((digest) => !drafts.includes(digest));
    return isAbout(act) ? { ...act, codes, itemDigests } : act;
  });
  const { statements: _texts, ...file } = older;
  expect(await judge({ ...file, items: file.items.filter(({ digest }) => !drafts.includes(digest)) })).toBe("sound");
});

test("when the case is purged the published text stays, and so does the digest in the signed act", async () => {
  await world.server.stop({ keepData: true });
  const { dataFolder } = world.server;
  const db = await openDatabase(readConfig({ NODE_ENV: "test", OMBRA_ROOT: process.cwd(), DATA_DIR: dataFolder }));
  expect(await db.$transaction((tx) => purgeCase(tx, report.case, "2030-01"))).toBe(true);
  const [text] = await db.statement.findMany();
  const last = await db.act.findFirstOrThrow({ where: { caseId: report.case, event: EVENT } });
  await closeDatabase();
  expect(text).toMatchObject({ number: 1, title: TITLE });
  expect((JSON.parse(last.text) as Act).codes.statement).toBe(text?.digest);
});
