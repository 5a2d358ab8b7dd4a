import { type HandoverChoice, NOTHING_CHOSEN } from "~/desk/handover/choice";
import { makePackage } from "~/desk/handover/make-package";
import { type Offered, offeredOf } from "~/desk/handover/offered";
import { openCase } from "~/desk/open-case";
import type { CaseRecord, Colleague, Desk } from "~/desk/records";
import { readForeignKey } from "~crypto/foreign-key";
import type { SeedPerson } from "../../prisma/seed/people";

type Chosen = Partial<HandoverChoice>;

/** Makes a package as the desk does it in the browser of a person on the case: opens it, packs what is chosen, seals it. */
export async function packageOf(
  who: SeedPerson,
  caseId: string,
  publicKey: string,
  choose: Chosen | ((offered: Offered) => Chosen),
) {
  const record = await who.client.call<CaseRecord>("GET", `/api/v1/cases/${caseId}`);
  const published = await who.client.call<Desk["office"] & { directory: Colleague[] }>("GET", "/api/v1/office");
  const colleague = published.directory.find(({ person }) => person === who.id);
  if (!colleague) throw new Error("Nobody certified this person.");
  const { fingerprint, privateKey } = who.keys;
  const held = { person: who.id, fingerprint, privateKey };
  const desk = { me: colleague, office: published, directory: published.directory };
  const opened = await openCase(record, desk, held);
  const chosen = typeof choose === "function" ? choose(offeredOf(record, opened)) : choose;
  const key = await readForeignKey(publicKey, new Date());
  const choice = { ...NOTHING_CHOSEN, office: "Office of Elsewhere", key, compared: true, ...chosen };
  return makePackage({
    record,
    opened,
    desk,
    held,
    choice,
    language: "en",
    fetch: (id, part) => fetchPart(who, id, part),
  });
}

async function fetchPart({ client }: SeedPerson, caseId: string, part: string): Promise<Uint8Array> {
  const answer = await fetch(`${client.base}/api/v1/parts/${caseId}/${part}`, { headers: { Cookie: client.cookie } });
  if (!answer.ok) throw new Error(`The part did not come: ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}
