import { afterAll, beforeAll, expect, test } from "vitest";
import { sealIdentity } from "~/reporter/report/seal-identity";
import { signAct } from "~crypto/acts";
import { randomId } from "~crypto/bytes";
import { openItem, sealItem } from "~crypto/items";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { requireRecipientKey } from "~crypto/recipients";
import { openWrap, openWrapOuter } from "~crypto/wraps";
import { perform } from "../../prisma/seed/acts";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { sealReport } from "../../prisma/seed/report";
import { foundTestOffice, named, REASONS } from "../support/office";
import { startServer, type TestServer } from "../support/server";

interface CaseFile {
  version: number;
  today: string;
  acts: { digest: string }[];
  open: { event: string }[];
  items: { kind: string; armored: string; compartment: string; digest: string }[];
  compartments: {
    id: string;
    type: string;
    publicKey: string;
    fingerprint: string;
    wrap: string | null;
    outer: { sealed: string; second: string } | null;
  }[];
}

let server: TestServer;
let office: SeedOffice;
let caseId: string;
const read = (person: SeedPerson) => person.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
const identityOf = (file: CaseFile) => {
  const found = file.compartments.find((one) => one.type === "identity");
  if (!found) throw new Error("The case has no identity compartment.");
  return found;
};

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  const sealed = await sealReport(office, { kind: "tip", answers: {} });
  caseId = sealed.case;
  const { directory } = await new Client(server.base).call<{
    directory: { person: string; publicKey: string; roles: string[] }[];
  }>("GET", "/api/v1/office");
  const custodians = await Promise.all(
    directory
      .filter(({ roles }) => roles.includes("intake"))
      .map(async ({ person, publicKey }) => ({
        person,
        key: await requireRecipientKey({ publicKey, officePublicKey: office.keys.publicKey, now: new Date() }),
      })),
  );
  const { wrapKey } = await deriveReceiptSecrets(sealed.words, office.keys.fingerprint);
  const identity = await sealIdentity({
    caseId,
    name: "Jane Doe",
    custodians,
    receiptWrapKey: wrapKey,
    now: new Date(),
  });
  const body = sealed.body as { compartments: unknown[]; items: unknown[] };
  body.compartments.push(identity.compartment);
  body.items.push(identity.item);
  await new Client(server.base).call("POST", "/api/v1/reports", body);
  for (const name of ["tara", "tom"])
    await perform(office, named(office, name), caseId, { event: "conflict.declareNone" });
  await perform(office, named(office, "tara"), caseId, { event: "case.note", note: "First." });
});
afterAll(() => server?.stop());

test("neither of the two can open who the reporter is", async () => {
  for (const name of ["tara", "tom"]) {
    const me = named(office, name);
    const { wrap, outer, fingerprint } = identityOf(await read(me));
    expect(wrap).toBeNull();
    const inner = await openWrapOuter({ sealed: outer?.sealed ?? "", privateKey: me.keys.privateKey });
    await expect(openWrap({ sealed: inner, privateKey: me.keys.privateKey, fingerprint })).rejects.toThrow(
      "cannotOpen",
    );
  }
});

test("the key is passed to the second person only, and only with reasons", async () => {
  await expect(release(named(office, "tara"), named(office, "ines"))).rejects.toMatchObject({
    status: 422,
  });
  await expect(release(named(office, "tara"), named(office, "tom"), "")).rejects.toMatchObject({
    problem: { rule: "noRationale" },
  });
});

test("one releases it with reasons, the other opens it, and both steps stand in the chain", async () => {
  const [tara, tom] = [named(office, "tara"), named(office, "tom")];
  await release(tara, tom);
  const file = await read(tom);
  const { id, wrap, fingerprint } = identityOf(file);
  const privateKey = await openWrap({ sealed: wrap ?? "", privateKey: tom.keys.privateKey, fingerprint });
  const item = file.items.find((one) => one.compartment === id);
  const { payload } = await openItem({
    armored: item?.armored ?? "",
    compartmentPrivateKey: privateKey,
    expect: { case: caseId, compartment: "identity", kind: "identity", seq: 0, prev: "" },
  });
  expect(payload.body).toEqual({ name: "Jane Doe" });
  expect(identityOf(await read(tara)).wrap).toBeNull();
});

async function release(me: SeedPerson, to: SeedPerson, reasons = REASONS) {
  const file = await read(me);
  const identity = identityOf(file);
  const deliberation = file.compartments.find((one) => one.type === "deliberation");
  const before = file.items.filter((item) => item.compartment === deliberation?.id);
  const payload = {
    case: caseId,
    compartment: "deliberation" as const,
    kind: "rationale",
    seq: before.length,
    prev: before.at(-1)?.digest ?? "",
    body: { text: reasons },
  };
  const sealed = await sealItem({
    payload,
    compartmentPublicKey: deliberation?.publicKey ?? "",
    signingKey: me.keys.privateKey,
    now: new Date(),
  });
  const items = reasons
    ? [
        {
          id: randomId(),
          compartment: deliberation?.id,
          seq: before.length,
          kind: "rationale",
          armored: sealed.armored,
        },
      ]
    : [];
  const act = {
    v: 1 as const,
    case: caseId,
    seq: file.acts.length,
    event: "identity.release",
    codes: { standards: ["STD-WBD-16"] },
    itemDigests: items.length > 0 ? [sealed.digest] : [],
    prevAct: file.acts.at(-1)?.digest ?? "",
    day: file.today,
    actor: me.id,
    role: "intake" as const,
  };
  const inner = await openWrapOuter({ sealed: identity.outer?.sealed ?? "", privateKey: me.keys.privateKey });
  return me.client.call("POST", `/api/v1/cases/${caseId}/acts`, {
    act,
    signature: await signAct(act, me.keys.privateKey, new Date()),
    version: file.version,
    items,
    wraps: [{ compartment: identity.id, person: to.id, sealed: inner }],
  });
}
