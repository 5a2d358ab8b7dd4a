import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import type { RecipientKey } from "~crypto/recipients";
import { wrapForReceipt, wrapForTwo } from "~crypto/wraps";

/** The compartment that holds who the reporter is, and its one item. */
export type SealedIdentity = {
  compartment: {
    type: "identity";
    publicKey: string;
    fingerprint: string;
    receiptWrap: string;
    wraps: { person: string; second: string; sealed: string }[];
  };
  item: { compartment: "identity"; kind: "identity"; seq: 0; armored: string };
};

type Custodian = { person: string; key: RecipientKey };
type Order = { caseId: string; name: string; custodians: readonly Custodian[]; receiptWrapKey: Uint8Array; now: Date };

/**
 * Seals the reporter's name apart from the report, so that it takes two people to open it.
 *
 * Shape: the drawn people stand in a ring; each holds the outer layer of a wrap whose inner layer only the next can open.
 *        Any two of them can therefore open it together, and none alone.
 */
export async function sealIdentity({ caseId, name, custodians, receiptWrapKey, now }: Order): Promise<SealedIdentity> {
  const { privateKey, publicKey, fingerprint } = await generateCompartmentKey({ now });
  const ring = custodians.map((outer, index) => ({
    outer,
    inner: custodians[(index + 1) % custodians.length] ?? outer,
  }));
  const wraps = await Promise.all(
    ring.map(async ({ outer, inner }) => ({
      person: outer.person,
      second: inner.person,
      sealed: await wrapForTwo({ privateKey, outer: outer.key, inner: inner.key, now }),
    })),
  );
  const receiptWrap = await wrapForReceipt(privateKey, receiptWrapKey);
  const payload = {
    case: caseId,
    compartment: "identity",
    kind: "identity",
    seq: 0,
    prev: "",
    body: { name },
  } as const;
  const { armored } = await sealItem({ payload, compartmentPublicKey: publicKey, now });
  return {
    compartment: { type: "identity", publicKey, fingerprint, receiptWrap, wraps },
    item: { compartment: "identity", kind: "identity", seq: 0, armored },
  };
}
