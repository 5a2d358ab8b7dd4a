import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Act, signAct } from "~crypto/acts";
import { sha256Hex } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { type DirectoryEntry, signDirectoryEntry } from "~crypto/directory";
import { certifyKey, generateKeyPair } from "~crypto/keys";
import type { CaseExport } from "../../verify/case-export";
import { verifyExport } from "../../verify/verify-export";
import { named } from "../support/office";
import { copyOf, type PlayedCase, placeOf, playCase, rewrite } from "../verify/support";
import { makeFolder, runProgram } from "./support/shell";

const SCRIPT = join(process.cwd(), "test/interop/verify-chain.py");
const CODES = { sound: 0, broken: 1, cannotTell: 2 };
const folder = makeFolder("ombra-c-");
let played: PlayedCase;

beforeAll(async () => {
  played = await playCase();
});
afterAll(async () => {
  await played?.stop();
  folder.remove();
});

/** Runs both verifiers on the same bytes; fails unless they give the same verdict and name the same place. */
async function judge(content: CaseExport | string, trusted?: string) {
  const text = typeof content === "string" ? content : canonicalJson(content as never);
  const file = join(folder.path, "case.json");
  writeFileSync(file, text);
  const args = [SCRIPT, file, ...(trusted ? ["--office-key", trusted] : [])];
  const python = runProgram("python3", args);
  const report = await verifyExport(new TextEncoder().encode(text), trusted ?? null);
  const last = python.stdout.trim().split("\n").at(-1);
  expect(python.stderr).toBe("");
  expect({ status: python.status, last }).toEqual({ status: CODES[report.verdict], last: report.said });
  return report;
}

const resigned = async (place: number, privateKey: string) => {
  const file = copyOf(played.exported);
  const act = file.acts[place];
  if (act) act.signature = await signAct(JSON.parse(act.text) as Act, privateKey, new Date());
  return file;
};

describe("both verifiers, in TypeScript and in Python with gpg, agree", () => {
  test("that an exported case is sound, with and without its sealed items", async () => {
    const { exported, full, office } = played;
    expect(await judge(exported)).toMatchObject({ verdict: "sound" });
    expect(await judge(full, office.keys.fingerprint)).toMatchObject({ verdict: "sound" });
  });

  test("on the act in whose text one byte was flipped, whichever it is", async () => {
    for (const place of played.exported.acts.keys()) {
      const file = copyOf(played.exported);
      const act = file.acts[place];
      if (act) act.text = act.text.replace("2026", "2027").replace(/"day":"(\d)/, '"day":"3');
      expect(await judge(file)).toMatchObject({ verdict: "broken", act: place });
    }
  });

  test("on a flipped byte whose digest was made to fit: the signature, or the next act, gives it away", async () => {
    for (const [event, caught] of [
      ["triage.setTier", 0],
      ["reporter.reply", 1],
    ] as const) {
      const file = copyOf(played.exported);
      const place = placeOf(file, event);
      const act = file.acts[place];
      if (act) {
        act.text = act.text.replace(`"event":"${event}"`, `"event":"${event.slice(0, -1)}x"`);
        act.digest = await sha256Hex(act.text);
      }
      expect(await judge(file)).toMatchObject({ verdict: "broken", act: place + caught });
    }
  });

  test("on the place where an act was dropped", async () => {
    for (const place of [0, 3, 5]) {
      const file = copyOf(played.exported);
      file.acts.splice(place, 1);
      expect(await judge(file)).toMatchObject({ verdict: "broken", act: place });
    }
  });

  test("on the first of two acts that were swapped", async () => {
    const file = copyOf(played.exported);
    const [third, fourth] = file.acts.slice(3, 5);
    if (third && fourth) file.acts.splice(3, 2, fourth, third);
    expect(await judge(file)).toMatchObject({ verdict: "broken", act: 3 });
  });

  test("on an act that was signed again with a key that the office did not certify, or with a colleague's", async () => {
    const place = placeOf(played.exported, "review.approve");
    const stranger = await generateKeyPair({ name: "Vera Reviewer", now: new Date() });
    expect(await judge(await resigned(place, stranger.privateKey))).toMatchObject({ verdict: "broken", act: place });
    const tom = named(played.office, "tom");
    expect(await judge(await resigned(place, tom.keys.privateKey))).toMatchObject({ verdict: "broken", act: place });
  });

  test("on a signature that was taken away, or put on an act of the reporter", async () => {
    const file = copyOf(played.exported);
    const [person, reporter] = [placeOf(file, "case.acknowledge"), placeOf(file, "reporter.reply")];
    const signature = file.acts[person]?.signature ?? null;
    if (file.acts[reporter]) file.acts[reporter].signature = signature;
    expect(await judge(file)).toMatchObject({ verdict: "broken", act: reporter });
    if (file.acts[person]) file.acts[person].signature = null;
    expect(await judge(file)).toMatchObject({ verdict: "broken", act: person });
  });

  test("on the first act of a person whose directory line was forged", async () => {
    const place = placeOf(played.exported, "conflict.declareNone");
    for (const forge of [changedRoles, signedByAnother, uncertifiedKey]) {
      expect(await judge(await forge("Véra"))).toMatchObject({ verdict: "broken", act: place });
    }
  });

  test("on a forged directory line of somebody who did not act: the line itself is named", async () => {
    const report = await judge(await changedRoles("Lia"));
    expect(report).toMatchObject({ verdict: "broken", act: null });
    expect(report.said).toContain("(Lia Liaison): the office key did not sign it");
  });

  test("on an office key that is not the one to trust", async () => {
    const report = await judge(played.exported, "ab".repeat(20));
    expect(report).toMatchObject({ verdict: "broken", act: null });
  });

  test("that nothing can be told from a file that was cut off, that has a later form, or that is none", async () => {
    const text = canonicalJson(played.exported as never);
    const later = text.replace("ombra-case-export/1", "ombra-case-export/2");
    for (const content of [text.slice(0, -200), later, "", "[]", '{"v":"ombra-case-export/1"}', '{"v":"urt/0.1"}']) {
      expect(await judge(content)).toMatchObject({ verdict: "cannotTell" });
    }
  });

  test("on a sealed item that was changed, taken away or slipped in", async () => {
    const place = placeOf(played.full, "info.request");
    const digest = (JSON.parse(played.full.acts[place]?.text ?? "{}") as Act).itemDigests[0];
    const changed = copyOf(played.full);
    const item = changed.items.find((one) => one.digest === digest);
    if (item) item.armored = item.armored?.replace("\n\n", "\n\n\n") ?? "";
    expect(await judge(changed)).toMatchObject({ verdict: "broken", act: place });
    const gone = copyOf(played.full);
    gone.items = gone.items.filter((one) => one.digest !== digest);
    expect(await judge(gone)).toMatchObject({ verdict: "broken", act: place });
    const more = copyOf(played.exported);
    if (more.items[0]) more.items.push({ ...more.items[0], id: "ab".repeat(16), digest: "cd".repeat(32) });
    expect(await judge(more)).toMatchObject({ verdict: "broken", act: null });
  });

  test("on a key that no act names, and on a key that an act names and nobody has", async () => {
    const slipped = copyOf(played.exported);
    const own = slipped.compartments.find(({ type }) => type === "deliberation");
    if (own) slipped.compartments.push({ ...own, id: "ab".repeat(16), epoch: 2, fingerprint: "cd".repeat(20) });
    expect(await judge(slipped)).toMatchObject({ verdict: "broken", act: null });
    const gone = copyOf(played.exported);
    gone.compartments = gone.compartments.map((one) => (one === own ? one : { ...one, fingerprint: "ef".repeat(20) }));
    expect(await judge(gone)).toMatchObject({ verdict: "broken", act: placeOf(gone, "triage.setTier") });
  });

  test("on an approval by the person who proposed, even when every key of the office was used to write it", async () => {
    const { office, exported } = played;
    const tara = named(office, "tara").id;
    const place = placeOf(exported, "review.approve");
    const items = (JSON.parse(exported.acts[place]?.text ?? "{}") as Act).itemDigests;
    const bent = await rewrite(office, exported, (act) =>
      act.event === "review.approve" ? { ...act, actor: tara, role: "intake" } : act,
    );
    for (const item of bent.items) if (items.includes(item.digest)) item.author = tara;
    const report = await judge(bent);
    expect(report).toMatchObject({ verdict: "broken", act: place });
    expect(report.said).toContain("the same person proposed it and answered");
  });

  test("on an approval of another text than was proposed, and on one that nobody proposed", async () => {
    const { office, exported } = played;
    const other = await rewrite(office, exported, (act) =>
      act.event === "review.approve" ? { ...act, codes: { ...act.codes, proposal: "ab".repeat(32) } } : act,
    );
    expect((await judge(other)).said).toContain("it answers another text than was proposed");
    const alone = await rewrite(office, exported, (act) =>
      act.event === "closure.propose" ? { ...act, event: "case.note" } : act,
    );
    expect((await judge(alone)).said).toContain("nobody proposed it");
  });

  test("on an act whose day is before that of the act before it, after the export, or in no calendar", async () => {
    const place = placeOf(played.exported, "review.approve");
    for (const day of ["2020-01-01", "2999-01-01"]) {
      const bent = await rewrite(played.office, played.exported, (act) => (act.seq === place ? { ...act, day } : act));
      expect(await judge(bent)).toMatchObject({ verdict: "broken", act: place });
    }
    const file = copyOf(played.exported);
    const act = file.acts[place];
    if (act) {
      act.text = act.text.replace(/"day":"(\d{4})-\d\d-\d\d"/, '"day":"$1-02-30"');
      act.digest = await sha256Hex(act.text);
    }
    expect(await judge(file)).toMatchObject({ verdict: "broken", act: place });
  });

  test("on an act that was added, and on one that came from another case", async () => {
    const file = copyOf(played.exported);
    const place = placeOf(file, "reporter.reply");
    const added = file.acts[place];
    if (added) file.acts.splice(place, 0, { ...added });
    expect(await judge(file)).toMatchObject({ verdict: "broken", act: place + 1 });
    const moved = await rewrite(played.office, played.exported, (act) =>
      act.seq === place ? { ...act, case: "ab".repeat(16) } : act,
    );
    expect(await judge(moved)).toMatchObject({ verdict: "broken", act: place });
  });

  test("on words that are not written in the one form: a space, another order, a field twice, a number with a point", async () => {
    const place = placeOf(played.exported, "reporter.reply");
    const forms = [
      (text: string) => text.replace(":", ": "),
      (text: string) => text.replace(/^\{"actor":"reporter",(.*)\}$/, '{$1,"actor":"reporter"}'),
      (text: string) => text.replace("{", '{"actor":"system",'),
      (text: string) => text.replace(/"v":1\}$/, '"v":1.0}'),
      (text: string) => text.replace(/"v":1\}$/, '"v":1,"why":"x"}'),
      (text: string) => text.replace('"codes":{}', '"codes":{"a":"\\u00e9"}'),
      (text: string) => text.replace('"codes":{}', '"codes":{"a":"\\ud800"}'),
      (text: string) => text.replace('"codes":{}', '"codes":{"a":9007199254740993}'),
      () => "[".repeat(100_000),
    ];
    for (const form of forms) {
      const file = copyOf(played.exported);
      const act = file.acts[place];
      if (act) {
        act.text = form(act.text);
        act.digest = await sha256Hex(act.text);
      }
      const report = await judge(file);
      expect(report).toMatchObject({ verdict: "broken", act: place });
      expect(report.said).toContain("not in the one form that is signed");
    }
  });
});

async function forged(name: string, forge: (line: CaseExport["directory"][number], entry: DirectoryEntry) => unknown) {
  const file = copyOf(played.exported);
  for (const line of file.directory) {
    const entry = JSON.parse(line.entry) as DirectoryEntry;
    if (entry.name.startsWith(name)) await forge(line, entry);
  }
  return file;
}

/** The line grants a role that the office never gave. */
const changedRoles = (name: string) =>
  forged(name, (line, entry) => {
    line.entry = canonicalJson({ ...entry, roles: [...entry.roles, "ombudsperson"] });
  });

/** The line is signed, and the key certified, by a key that calls itself the office. */
const signedByAnother = (name: string) =>
  forged(name, async (line, entry) => {
    const other = await generateKeyPair({ name: played.office.name, now: new Date() });
    line.entrySignature = await signDirectoryEntry(entry, other.privateKey);
    const { publicKey } = line;
    const officePrivateKey = other.privateKey;
    line.publicKey = await certifyKey({ publicKey, name: entry.name, officePrivateKey, now: new Date() });
  });

/** The line is the office's, the key beside it is another one with the same name. */
const uncertifiedKey = (name: string) =>
  forged(name, async (line, entry) => {
    line.publicKey = (await generateKeyPair({ name: entry.name, now: new Date() })).publicKey;
  });
