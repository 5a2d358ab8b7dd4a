import type { CaseFile } from "~/services/read-case.server";
import { openItem } from "~crypto/items";
import { openWrap, wrapKey } from "~crypto/wraps";
import { type PlannedAct, perform, sendAct, type WrittenAct, writeAct } from "../../../prisma/seed/acts";
import { INQUIRY, OPENED } from "../../../prisma/seed/demo-steps";
import type { PersonPlan } from "../../../prisma/seed/people";
import { sealReport, sendReport } from "../../../prisma/seed/report";
import { foundTestOffice, named } from "../../support/office";
import { startServer } from "../../support/server";

const PEOPLE: PersonPlan[] = [
  { name: "ada", displayName: "Ada Admin", roles: ["administrator"] },
  { name: "tara", displayName: "Tara Intake", roles: ["intake"] },
  { name: "tom", displayName: "Tom Intake", roles: ["intake"] },
  { name: "ines", displayName: "Ines Investigator", roles: ["investigator"] },
  { name: "olga", displayName: "Olga Ombudsperson", roles: ["ombudsperson"] },
  { name: "viktor", displayName: "Viktor Reviewer", roles: ["reviewer"] },
  { name: "lena", displayName: "Lena at the authority", roles: ["liaison"] },
  { name: "luca", displayName: "Luca at the authority", roles: ["liaison"] },
  { name: "mira", displayName: "Mira, who is also an alternate", roles: ["liaison", "ombudsperson", "intake"] },
];

export const ASKED = "Why has there been no decision since February?";
export const ANSWERED = "The file lay with another department. It is decided this week.";
export const PACKAGE: PlannedAct = { event: "package.send", package: ASKED };
export const CONSENT: PlannedAct = {
  event: "consent.record",
  codes: { purpose: "authority" },
  note: "Ticked in the report.",
};

/** What a refusal over HTTP has to say. */
export const refused = (status: number, rule?: string) => ({ status, ...(rule && { problem: { rule } }) });

/** A grievance with a file, under inquiry by Ines, in an office that knows three contacts of an authority. */
export async function openAuthorityCase() {
  const server = await startServer();
  const office = await foundTestOffice(server, PEOPLE);
  const who = (name: string) => named(office, name);
  const files = [{ name: "letter.pdf", type: "application/pdf", bytes: new Uint8Array(50_000) }];
  const answers = { summary: "They have not answered us for nine months." };
  const sealed = await sealReport(office, { kind: "grievance", answers, files }, [who("tara"), who("tom")]);
  await sendReport(office, sealed);
  const caseId = sealed.case;
  const act = (name: string, plan: PlannedAct) => perform(office, who(name), caseId, plan);
  const read = (name: string) => who(name).client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
  await act("tom", { event: "conflict.declareNone" });
  for (const { by, grantTo, ...plan } of [...OPENED("tara"), ...INQUIRY("tara", "grievance")])
    await act(by, { ...plan, ...(grantTo && { grant: who(grantTo) }) });

  /** Everything that a person can open of the case with their own key and nothing else. */
  async function readable(name: string): Promise<{ kind: string; type: string; author: string; body: unknown }[]> {
    const file = await read(name);
    const signers = Object.fromEntries(office.people.map((one) => [one.keys.fingerprint, one.keys.publicKey]));
    return Promise.all(
      file.items.map(async ({ armored, compartment, kind, author, seq }) => {
        const of = file.compartments.find(({ id }) => id === compartment);
        const { privateKey } = who(name).keys;
        const key = await openWrap({ sealed: of?.wrap ?? "", privateKey, fingerprint: of?.fingerprint ?? "" });
        const type = (of?.type ?? "") as "respondent";
        const expect = { case: caseId, compartment: type, kind, seq };
        const requireSigned = author !== "reporter";
        const { payload } = await openItem({ armored, compartmentPrivateKey: key, expect, signers, requireSigned });
        return { kind, type, author, body: payload.body };
      }),
    );
  }

  /** The same act with a wrap of one more of the case's keys, addressed to somebody. */
  async function withWrap(written: WrittenAct, by: string, type: string, to: string): Promise<WrittenAct> {
    const found = (await read(by)).compartments.findLast((one) => one.type === type);
    const { privateKey } = who(by).keys;
    const key = await openWrap({ sealed: found?.wrap ?? "", privateKey, fingerprint: found?.fingerprint ?? "" });
    const sealedKey = await wrapKey({ privateKey: key, recipient: who(to).keys.publicKey, now: office.now() });
    return {
      ...written,
      wraps: [...written.wraps, { compartment: found?.id ?? "", person: who(to).id, sealed: sealedKey }],
    };
  }

  return {
    server,
    office,
    caseId,
    parts: sealed.parts,
    who,
    act,
    read,
    readable,
    withWrap,
    write: (name: string, plan: PlannedAct) => writeAct(office, who(name), caseId, plan),
    send: (name: string, written: WrittenAct) => sendAct(who(name), written),
    queue: (name: string) => who(name).client.call<{ rows: Record<string, unknown>[] }>("GET", "/api/v1/cases"),
    /** How the server answers where a person on the case finds more of it: the export, and the parts of files. */
    elsewhere: (name: string) =>
      Promise.all(
        [
          `/api/v1/cases/${caseId}/export`,
          `/api/v1/cases/${caseId}/export?items=full`,
          ...sealed.parts.map(({ id }) => `/api/v1/parts/${caseId}/${id}`),
        ].map(
          async (path) => (await fetch(server.base + path, { headers: { Cookie: who(name).client.cookie } })).status,
        ),
      ),
  };
}

export type AuthorityCase = Awaited<ReturnType<typeof openAuthorityCase>>;

/** The wraps of one kind of compartment that a written act makes for a person. */
export function wrapsFor({ compartments }: WrittenAct, type: string, person: string) {
  return compartments.find((one) => one.type === type)?.wraps.filter((one) => one.person === person) ?? [];
}
