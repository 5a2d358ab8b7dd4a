import { beforeAll, describe, expect, test } from "vitest";
import { type Act, actDigest, actText, signAct, verifyAct, verifyChain } from "../../crypto/acts";
import { sha256Hex } from "../../crypto/bytes";
import { generateKeyPair, type KeyPair } from "../../crypto/keys";
import { readSignature } from "../../crypto/openpgp";
import { CASE, later, NOW, OTHER_CASE, refusal } from "./support";

const NOOR = "aa".repeat(16);
const ILSE = "bb".repeat(16);
let keys: Record<string, KeyPair>;

beforeAll(async () => {
  const make = (name: string) => generateKeyPair({ name, now: NOW });
  keys = { [NOOR]: await make("Noor"), [ILSE]: await make("Ilse") };
});

const publicKeyOf = (person: string) => keys[person]?.publicKey ?? null;

function act(over: Partial<Act> = {}): Act {
  return {
    v: 1,
    case: CASE,
    seq: 0,
    event: "case.acknowledge",
    codes: { tier: "elevated" },
    itemDigests: ["c".repeat(64)],
    prevAct: "",
    day: "2026-11-23",
    actor: NOOR,
    role: "intake",
    ...over,
  };
}

async function sign(each: Act) {
  const key = keys[each.actor];
  return { act: each, signature: key ? await signAct(each, key.privateKey, NOW) : null };
}

async function chain(acts: Partial<Act>[]) {
  const signed: Awaited<ReturnType<typeof sign>>[] = [];
  for (const [seq, over] of acts.entries()) {
    const last = signed.at(-1);
    signed.push(await sign(act({ seq, prevAct: last ? await actDigest(last.act) : "", ...over })));
  }
  return signed;
}

const REPORTER = { actor: "reporter", role: "reporter", event: "report.submit" } as const;

describe("an act", () => {
  test("is signed and hashed as one canonical text", async () => {
    expect(actText(act())).toBe(actText(JSON.parse(JSON.stringify(act()))));
    expect(await actDigest(act())).toBe(await sha256Hex(actText(act())));
    expect(actText({ ...act(), extra: "x" } as Act)).toBe(actText(act()));
  });

  test("verifies with the key of the person who signed it", async () => {
    const { signature } = await sign(act());
    await verifyAct({ act: act(), signature: signature ?? "", publicKey: publicKeyOf(NOOR) ?? "", now: NOW });
  });

  test("with any field changed does not verify", async () => {
    const { signature } = await sign(act());
    const changes: Partial<Act>[] = [
      { case: OTHER_CASE },
      { seq: 1 },
      { event: "case.close" },
      { codes: { tier: "routine" } },
      { itemDigests: [] },
      { prevAct: "d".repeat(64) },
      { day: "2026-11-22" },
      { actor: ILSE },
      { role: "ombudsperson" },
    ];
    for (const change of changes) {
      const options = { act: act(change), signature: signature ?? "", publicKey: publicKeyOf(NOOR) ?? "" };
      expect(await refusal(verifyAct(options))).toMatchObject({ name: "SignatureError", fault: "badSignature" });
    }
  });

  test("signed by somebody else, by two people, or by nothing readable is refused", async () => {
    const signature = await signAct(act(), keys[ILSE]?.privateKey ?? "", NOW);
    const publicKey = publicKeyOf(NOOR) ?? "";
    expect(await refusal(verifyAct({ act: act(), signature, publicKey }))).toMatchObject({ fault: "unknownSigner" });
    for (const text of ["", "-----BEGIN PGP SIGNATURE-----", keys[ILSE]?.publicKey ?? ""]) {
      expect(await refusal(verifyAct({ act: act(), signature: text, publicKey }))).toMatchObject({
        fault: "malformed",
      });
    }
    const both = await readSignature({ armoredSignature: signature });
    const mine = await readSignature({ armoredSignature: (await sign(act())).signature ?? "" });
    both.packets.push(...mine.packets);
    const twice = both.armor();
    expect(await refusal(verifyAct({ act: act(), signature: twice, publicKey }))).toMatchObject({ fault: "malformed" });
  });

  test("is dated with the day, not the second, and refused when dated far ahead", async () => {
    const { signature } = await sign(act());
    const packet = (await readSignature({ armoredSignature: signature ?? "" })).packets[0];
    expect(packet?.created?.toISOString()).toBe("2026-11-23T00:00:00.000Z");
    const publicKey = publicKeyOf(NOOR) ?? "";
    await verifyAct({ act: act(), signature: signature ?? "", publicKey, now: later(-1) });
    const refused = await refusal(verifyAct({ act: act(), signature: signature ?? "", publicKey, now: later(-10) }));
    expect(refused).toMatchObject({ fault: "badSignature" });
  });
});

describe("a chain of acts", () => {
  test("holds from the reporter's first to the system's last", async () => {
    const acts = await chain([
      REPORTER,
      {},
      { actor: ILSE, role: "investigator" },
      { actor: "system", role: "system" },
    ]);
    await verifyChain(acts, publicKeyOf);
    await verifyChain([], publicKeyOf);
  });

  test("accepts any of the keys that a person had", async () => {
    const acts = await chain([{}]);
    await verifyChain(acts, () => [keys[ILSE]?.publicKey ?? "", keys[NOOR]?.publicKey ?? ""]);
  });

  test("names the first act at fault, and the fault", async () => {
    const whole = await chain([REPORTER, {}, {}, {}]);
    const without = (index: number) => whole.filter((_, i) => i !== index);
    const put = (index: number, over: Partial<Act>, signature = whole[index]?.signature ?? null) =>
      whole.with(index, { act: { ...(whole[index]?.act ?? act()), ...over }, signature });
    const cases: [typeof whole, number, string][] = [
      [without(0), 1, "brokenLink"],
      [without(1), 2, "outOfOrder"],
      [[...whole.slice(0, 1), ...whole.slice(2, 3), ...whole.slice(1, 2)], 2, "outOfOrder"],
      [put(1, { event: "case.close" }), 1, "badSignature"],
      [put(0, { day: "2026-11-01" }), 1, "brokenLink"],
      [put(2, { case: OTHER_CASE }), 2, "wrongCase"],
      [put(2, { seq: 7 }), 7, "outOfOrder"],
      [put(2, { actor: "ff".repeat(16) }), 2, "unknownActor"],
      [put(2, { actor: "system" }), 2, "unsigned"],
      [whole.with(3, { act: whole[3]?.act ?? act(), signature: null }), 3, "unsigned"],
      [whole.with(3, { act: whole[3]?.act ?? act(), signature: whole[2]?.signature ?? null }), 3, "badSignature"],
    ];
    for (const [acts, seq, fault] of cases) {
      expect(await refusal(verifyChain(acts, publicKeyOf))).toMatchObject({ name: "ChainError", seq, fault });
    }
  });
});
