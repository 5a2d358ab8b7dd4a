import { beforeAll, expect, test } from "vitest";
import { pickFile } from "~/reporter/files/pick";
import type { PickedFile } from "~/reporter/files/picked-file";
import { FileError } from "~/reporter/files/read-slice";
import { Line, type Upload } from "~/reporter/send/line";
import { type Outgoing, startOutgoing } from "~/reporter/send/outgoing";
import { sendFiles } from "~/reporter/send/send-files";
import { randomId, sha256Hex } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { openItem } from "~crypto/items";
import type { KeyPair } from "~crypto/keys";
import { assembleFile, type FileManifest, LEAST_PART_BYTES, PART_BYTES, sealedLength } from "~crypto/parts";
import { network, offline, type Sent } from "../reporter/support/network";

const now = new Date("2026-11-25T00:00:00Z");
let keys: KeyPair;
let apart: KeyPair;
beforeAll(async () => {
  keys = await generateCompartmentKey({ now });
  apart = await generateCompartmentKey({ now });
});

const outgoing = (files: PickedFile[]) =>
  startOutgoing({ caseId: randomId(), compartmentKey: keys.publicKey, apartKey: apart.publicKey, files });
const stored = { status: 200, body: {} };
const bytesOf = (length: number) => new Uint8Array(length).map((_, index) => (index * 7919) >> 3);
const picked = (bytes: Uint8Array<ArrayBuffer>, name = "a.bin") => pickFile(new File([bytes], name));

/** A line that does not wait long before it tries again. */
class QuickLine extends Line {
  readonly seen: Upload["state"][] = [];
  constructor(onSeen: (upload: Upload, line: QuickLine) => void = () => {}) {
    super((upload) => {
      if (this.seen.at(-1) !== upload.state) this.seen.push(upload.state);
      onSeen(upload, this);
      if (upload.state === "down") setTimeout(() => this.upload.state === "down" && this.resume(), 1);
    });
  }
}

/** Opens what was sent as the office would. */
async function arrived(out: Outgoing, sent: Sent[], which = 0): Promise<{ manifest: FileManifest; bytes: Uint8Array }> {
  const item = out.items[which];
  const expect = {
    case: out.caseId,
    compartment: "correspondence",
    kind: "file",
    seq: which,
    prev: out.items[which - 1]?.digest ?? "",
  } as const;
  const { payload } = await openItem({ armored: item?.armored ?? "", compartmentPrivateKey: keys.privateKey, expect });
  const manifest = payload.body as unknown as FileManifest;
  const fetchPart = async (id: string) => {
    const put = sent.find(({ method, path }) => method === "PUT" && path.includes(`/${id}?`));
    return put?.body as Uint8Array;
  };
  const file = await assembleFile(manifest, fetchPart, keys.privateKey);
  return { manifest, bytes: new Uint8Array(await file.arrayBuffer()) };
}

test("an empty file and one of a single byte arrive as they are", async () => {
  const sent = network(() => stored);
  const out = outgoing([await picked(new Uint8Array(0), "empty.bin"), await picked(new Uint8Array([7]), "one.bin")]);
  await sendFiles(out, now);
  expect((await arrived(out, sent, 0)).bytes).toEqual(new Uint8Array(0));
  expect((await arrived(out, sent, 1)).bytes).toEqual(new Uint8Array([7]));
});

test("a file goes through although every third call breaks or the server fails, and arrives byte for byte", async () => {
  let calls = 0;
  const kept = new Set<string>();
  const sent = network(({ method, path }) => {
    calls += 1;
    if (calls % 3 === 1) return calls % 2 === 0 ? offline() : { status: 500, body: { title: "Something failed." } };
    if (method === "PUT") kept.add(path);
    return method === "PUT" ? stored : { status: 200, body: { stored: kept.has(path) } };
  });
  const bytes = bytesOf(PART_BYTES * 2 + 17);
  const out = outgoing([await picked(bytes)]);
  const line = new QuickLine();
  await sendFiles(out, now, line);
  const { manifest, bytes: found } = await arrived(out, sent);
  expect(Buffer.compare(Buffer.from(found), Buffer.from(bytes))).toBe(0);
  expect(manifest.sha256).toBe(await sha256Hex(bytes));
  expect(line.seen).toContain("down");
  expect(out.sent).toBe(bytes.length);
});

test("a file never takes more of the office's limit than was counted before it was sent", async () => {
  for (const [bytes, partBytes] of [
    [0, PART_BYTES],
    [1, PART_BYTES],
    [LEAST_PART_BYTES + 1, LEAST_PART_BYTES],
    [3 * LEAST_PART_BYTES - 1, LEAST_PART_BYTES],
    [PART_BYTES + 70_000, PART_BYTES],
  ] as const) {
    const sent = network(() => stored);
    const out = outgoing([await picked(bytesOf(bytes))]);
    out.partBytes = partBytes;
    await sendFiles(out, now);
    const taken = sent.reduce((sum, { body }) => sum + (body as Uint8Array).length, 0);
    expect(taken).toBeLessThanOrEqual(sealedLength(bytes));
    expect(sealedLength(bytes)).toBeLessThan(bytes * 1.02 + 40_000);
  }
});

test("a part whose answer was lost is asked about, and not sent a second time", async () => {
  let isFirst = true;
  const sent = network(({ method }) => {
    if (method === "PUT" && isFirst) {
      isFirst = false;
      return offline();
    }
    return method === "PUT" ? stored : { status: 200, body: { stored: true } };
  });
  const out = outgoing([await picked(bytesOf(5000))]);
  await sendFiles(out, now, new QuickLine());
  expect(sent.map(({ method }) => method)).toEqual(["PUT", "GET"]);
});

test("parts get smaller on a line that breaks before a large one is through", async () => {
  const limit = 600_000;
  const sent = network(({ method, body }) => {
    if (method === "GET") return { status: 200, body: { stored: false } };
    return (body as Uint8Array).length > limit ? offline() : stored;
  });
  const bytes = bytesOf(PART_BYTES + 5);
  const out = outgoing([await picked(bytes)]);
  await sendFiles(out, now, new QuickLine());
  const { manifest, bytes: found } = await arrived(out, sent);
  expect(Buffer.compare(Buffer.from(found), Buffer.from(bytes))).toBe(0);
  expect(Math.max(...manifest.parts.map((part) => part.bytes))).toBeLessThan(limit);
}, 60_000);

test("a refusal and a full server stop the upload at once", async () => {
  for (const status of [413, 507]) {
    const sent = network(() => ({ status, body: { title: "No." } }));
    const out = outgoing([await picked(bytesOf(10))]);
    await expect(sendFiles(out, now, new QuickLine())).rejects.toMatchObject({ status });
    expect(sent).toHaveLength(1);
  }
});

test("an upload that is held up sends nothing until it goes on", async () => {
  const sent = network(() => stored);
  const out = outgoing([await picked(bytesOf(10), "a.bin"), await picked(bytesOf(11), "b.bin")]);
  const line = new QuickLine((upload, self) => {
    if (upload.file?.name === "b.bin" && upload.state === "sending" && !held) {
      held = true;
      self.pause();
    }
  });
  let held = false;
  const done = sendFiles(out, now, line);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(sent).toHaveLength(1);
  line.resume();
  await done;
  expect(sent).toHaveLength(2);
});

test("a file that changes or vanishes while it is sent is named, and nothing of the others is lost", async () => {
  network(() => stored);
  const good = await picked(bytesOf(20), "good.bin");
  for (const [fault, change] of [
    ["changed", () => bytesOf(30).fill(9)],
    ["changed", () => bytesOf(12)],
    ["gone", () => null],
  ] as const) {
    const moving = await picked(bytesOf(30), "moving.bin");
    let reads = 0;
    const slice = (from: number, to: number) => {
      reads += 1;
      const bytes = reads > 1 ? change() : bytesOf(30);
      return { arrayBuffer: async () => bytes?.slice(from, to).buffer ?? Promise.reject(new Error("NotReadable")) };
    };
    moving.original = { size: 30, slice } as unknown as Blob;
    const out = outgoing([good, moving]);
    const error = await sendFiles(out, now).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ fault, file: { name: "moving.bin" } });
    expect(out.items).toHaveLength(1);
  }
});

test("the original of a clean copy is sealed to its own compartment, and the office learns kinds and never values", async () => {
  const sent = network(() => stored);
  const jpeg = new Uint8Array([
    0xff,
    0xd8,
    0xff,
    0xfe,
    0,
    9,
    ...new TextEncoder().encode("janedoe"),
    0xff,
    0xda,
    0,
    3,
    1,
    1,
    0xff,
    0xd9,
  ]);
  const file = await picked(jpeg, "photo.jpg");
  file.choice = "both";
  const out = outgoing([file]);
  await sendFiles(out, now);
  const { manifest, bytes } = await arrived(out, sent);
  expect(Buffer.from(bytes).includes("janedoe")).toBe(false);
  expect(manifest.cleaning).toEqual({
    state: "cleaned",
    found: ["comment"],
    original: await sha256Hex(jpeg),
    apart: true,
  });
  const original = { case: out.caseId, compartment: "originals", kind: "file", seq: 0, prev: "" } as const;
  const armored = out.apart?.items[0]?.armored ?? "";
  const { payload } = await openItem({ armored, compartmentPrivateKey: apart.privateKey, expect: original });
  expect(payload.body).toMatchObject({ cleaning: { state: "original" }, sha256: await sha256Hex(jpeg) });
  await expect(openItem({ armored, compartmentPrivateKey: keys.privateKey, expect: original })).rejects.toThrow();
});
