import type { CaseRecord, OpenAct } from "~/desk/records";
import type { SignedAct } from "~/desk/seal-act";
import { actAs, afterAct, makeCase, makeOffice, type TestPerson } from "./support";

export const ASKED = "Why has there been no decision since February?";
export const ANSWERED = "The file lay with another department.";
export const SEND: OpenAct = {
  event: "package.send",
  role: "intake",
  region: "procedure",
  to: "received",
  moves: false,
  needs: ["person:liaison", "package", "attest:ID_SAFE"],
};
export const REPLY: OpenAct = {
  ...SEND,
  event: "agency.reply",
  role: "liaison",
  to: "observations",
  moves: true,
  needs: ["answer"],
};

/** A case of Tara and Tom in which something was put to Lena; Luca is another contact of the authority. */
export async function putToAuthority() {
  const office = await makeOffice({ tara: ["intake"], tom: ["intake"], lena: ["liaison"], luca: ["liaison"] });
  const who = (name: string) => office[name] as TestPerson;
  const id = (name: string) => who(name).colleague.person;
  const report = { answers: { summary: "Nine months." }, struck: [] };
  const whole = (await makeCase([who("tara"), who("tom")], report)).of(who("tara"));
  const sent = await actAs(who("tara"), whole, SEND, { person: id("lena"), package: ASKED, attest: ["ID_SAFE"] });
  return { who, id, whole, sent, seen: await seenBy(who("lena"), whole, sent) };
}

/** The case as the office's server gives it to an authority's contact. */
async function seenBy(contact: TestPerson, whole: CaseRecord, sent: SignedAct): Promise<CaseRecord> {
  const after = await afterAct(whole, sent, contact);
  const compartments = after.compartments.filter(({ type }) => type === "respondent");
  const { seq, day, digest } = after.acts.at(-1) as CaseRecord["acts"][number];
  return {
    ...after,
    scope: "respondent",
    compartments: compartments.map((one) => ({ ...one, holders: [contact.colleague.person] })),
    items: after.items.filter(({ compartment }) => compartments.some((one) => one.id === compartment)),
    acts: after.acts.slice(-1),
    last: { seq, day, digest },
    members: [],
    receiptKey: null,
    open: [REPLY],
  };
}
