import { beforeAll, expect, test } from "vitest";
import { answersToSend, CURRENT } from "~/forms";
import { CallError } from "~/reporter/api";
import { pickFile } from "~/reporter/files/pick";
import { loadOffice, type Office } from "~/reporter/office";
import { deliver, mayHaveArrived, startDelivery } from "~/reporter/report/deliver";
import { type Draft, newDraft } from "~/reporter/report/draft";
import { openItem } from "~crypto/items";
import { readFingerprint } from "~crypto/keys";
import { openWrap } from "~crypto/wraps";
import { network, offline, type Sent } from "./support/network";
import { makeOffice, NOW } from "./support/office";

const PHRASE = "the boxes left through the back door";
let made: Awaited<ReturnType<typeof makeOffice>>;
let office: Office;

beforeAll(async () => {
  made = await makeOffice([
    { name: "Tara", roles: ["intake"] },
    { name: "Tom", roles: ["intake"] },
  ]);
  network(() => ({ status: 200, body: made.answer }));
  office = await loadOffice(made.office.fingerprint);
});

function filled(): Draft {
  const draft = newDraft("tip");
  draft.concernsOffice = true;
  draft.struck.add(made.people[1]?.line.person ?? "");
  Object.assign(draft.answers, { summary: PHRASE, identity: "anonymous", name: "Jane Doe" });
  return draft;
}

const reportOf = ({ answers }: Draft) => ({
  form: CURRENT.id,
  kind: "tip" as const,
  answers: answersToSend("tip", answers),
});

const send = (draft: Draft, delivery = startDelivery(office, draft)) => ({
  delivery,
  arrival: deliver({
    delivery,
    draft,
    report: reportOf(draft),
    language: "en",
    office,
    now: () => NOW,
    onProgress: () => {},
  }),
});

const bodyOf = (sent: Sent | undefined) => JSON.parse(String(sent?.body)) as Request;
type Request = {
  receipt: { publicKey: string };
  case: string;
  compartments: { fingerprint: string; wraps: { person: string; sealed: string }[] }[];
  items: { kind: string; armored: string }[];
  parts: { id: string; digest: string }[];
};

test("nothing that was typed leaves in the clear, and the one who was struck out gets no key", async () => {
  const sent = network(() => ({ status: 201, body: { reference: "A", day: "2026-11-23", milestones: [] } }));
  const { delivery, arrival } = send(filled());
  await arrival;
  const everything = sent.map(({ path, body }) => path + String(body)).join("\n");
  for (const secret of [
    PHRASE,
    "Jane Doe",
    made.people[1]?.line.person ?? "?",
    delivery.sealed?.receipt.words.join(" ") ?? "?",
  ]) {
    expect(everything).not.toContain(secret);
  }
  const { compartments } = bodyOf(sent.at(-1));
  expect(compartments[0]?.wraps.map(({ person }) => person)).toEqual([made.people[0]?.line.person]);
});

test("the one who was drawn opens the report, which holds only what was asked", async () => {
  const sent = network(() => ({ status: 201, body: { reference: "A", day: "2026-11-23", milestones: [] } }));
  await send(filled()).arrival;
  const { case: caseId, compartments, items, receipt } = bodyOf(sent.at(-1));
  const [compartment] = compartments;
  const privateKey = await openWrap({
    sealed: compartment?.wraps[0]?.sealed ?? "",
    privateKey: made.people[0]?.keys.privateKey ?? "",
    fingerprint: compartment?.fingerprint ?? "",
  });
  const expectation = { case: caseId, compartment: "correspondence", kind: "report", seq: 0, prev: "" } as const;
  const armored = items[0]?.armored ?? "";
  const { payload } = await openItem({ armored, compartmentPrivateKey: privateKey, expect: expectation });
  expect(payload.body).toEqual({
    form: "core/2",
    language: "en",
    kind: "tip",
    answers: { summary: PHRASE, identity: "anonymous" },
    struck: [made.people[1]?.line.person],
    // The receipt's own key, so that nobody can put another in its place.
    receiptKey: await readFingerprint(receipt.publicKey),
  });
});

test("sending again after a failure sends the very same bytes", async () => {
  let attempts = 0;
  const sent = network(() => {
    attempts += 1;
    if (attempts === 1) return offline();
    if (attempts === 2) return { status: 500, body: { title: "Something failed." } };
    return { status: 201, body: { reference: "A", day: "2026-11-23", milestones: [] } };
  });
  const draft = filled();
  const { delivery, arrival } = send(draft);
  await expect(arrival).rejects.toMatchObject({ fault: "unreachable" });
  expect(delivery.isOpen).toBe(true);
  await expect(send(draft, delivery).arrival).rejects.toMatchObject({ fault: "failed" });
  await send(draft, delivery).arrival;
  expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
});

test("a broken upload goes on with the part that did not arrive, and the file's name is sealed", async () => {
  let isBroken = true;
  const sent = network(({ method }) => {
    if (method === "PUT" && isBroken && puts().length > 1) return { status: 400, body: { title: "cut off" } };
    return { status: method === "PUT" ? 200 : 201, body: { reference: "A", day: "2026-11-23", milestones: [] } };
  });
  const puts = () => sent.filter(({ method }) => method === "PUT");
  const draft = filled();
  draft.files.push(await pickFile(new File([new Uint8Array(5_000_000)], "jane-doe-notes.bin")));
  const { delivery, arrival } = send(draft);
  await expect(arrival).rejects.toMatchObject({ fault: "refused" });
  expect(delivery.sealed?.out.parts).toHaveLength(1);
  isBroken = false;
  await send(draft, delivery).arrival;
  const paths = puts().map(({ path }) => path);
  expect(paths).toHaveLength(3);
  expect(paths[1]).toBe(paths[2]);
  const { items, parts } = bodyOf(sent.at(-1));
  expect(items.map(({ kind }) => kind)).toEqual(["report", "file"]);
  expect(parts).toHaveLength(2);
  expect(sent.map(({ path, body }) => path + String(body)).join()).not.toContain("jane-doe");
});

test("it is said plainly whether a report can have arrived", () => {
  expect(mayHaveArrived(new CallError("unreachable"), false)).toBe(true);
  expect(mayHaveArrived(new CallError("timeout"), false)).toBe(true);
  expect(mayHaveArrived(new CallError("failed", 500), false)).toBe(true);
  expect(mayHaveArrived(new CallError("failed", 507), false)).toBe(false);
  expect(mayHaveArrived(new CallError("failed", 503), true)).toBe(true);
  expect(mayHaveArrived(new CallError("refused", 400), true)).toBe(false);
});
