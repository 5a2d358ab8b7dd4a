import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { canonicalJson, type JsonValue } from "~crypto/canonical";
import { CASE_ROLES, type CaseContext, type CaseSnapshot, type Channel, type Kind } from "~workflows";
import type { CaseExport, ExportedCompartment, ExportedItem, ExportedLine } from "../../verify/case-export";
import { officeCalendar } from "./calendar.server";
import { isInside } from "./case-scope.server";
import { holidaysSince, policiesOf } from "./export-policies.server";
import { readFormerLines } from "./people/former-lines.server";
import { publishedTextsOf } from "./published/read-published.server";
import type { SignedInPerson } from "./sign-in.server";

type Stored = { version: number; value?: CaseSnapshot["value"]; context?: Partial<CaseContext> };

/**
 * A case as outsiders can check it: acts, signatures, keys, digests, and nothing that anybody wrote.
 *
 * Shape:  canonical JSON as `docs/verify.md` describes it. With `full`, the sealed items are in it as they are stored.
 * Errors: Problem 404 for people who are not on the case in one of its own roles.
 */
export async function exportCase(me: SignedInPerson, caseId: string | undefined, full = false): Promise<string> {
  const hasCaseRole = CASE_ROLES.some((role) => me.roles.includes(role));
  const found = hasCaseRole ? await findCase(me.id, caseId ?? "", full) : null;
  if (!found) throw notFound();
  const office = await database().office.findFirstOrThrow();
  // Not restored: a case of another version of the procedure can be handed on as well, and its chain be checked. What such a
  // version remembers can have any form.
  const snapshot = JSON.parse(found.snapshot) as Stored;
  const context = snapshot.context ?? {};
  const receivedDay = context.receivedDay ?? found.createdDay;
  const calendar = await officeCalendar();
  const file: CaseExport = {
    v: "ombra-case-export/1",
    // Acts bear the day of the office or of the server, whichever the act was checked by.
    exportedDay: calendar.today > today() ? calendar.today : today(),
    office: { name: office.name, publicKey: office.publicKey, fingerprint: office.fingerprint },
    directory: await readLines(),
    // A case that nobody has moved since another version wrote it knows that version alone.
    machine: context.startedOn ?? snapshot.version,
    case: {
      id: found.id,
      kind: found.kind as Kind,
      channel: found.channel as Channel,
      receivedDay,
    },
    policies: await policiesOf({ policy: context.policy ?? null, receivedDay }, found.acts),
    holidays: await holidaysSince(office, receivedDay, calendar),
    weekend: [...calendar.weekend],
    acts: found.acts.map(({ text, signature, digest }) => ({ text, signature, digest })),
    items: found.items.map(writeItem),
    compartments: found.compartments.map(writeCompartment),
    statements: await publishedTextsOf(found.id),
    final: {
      value: snapshot.value ?? ({} as CaseSnapshot["value"]),
      dues: context.dues ?? {},
      snapshotDigest: digestOf(canonicalJson(snapshot as unknown as JsonValue)),
    },
  };
  return canonicalJson(file as unknown as JsonValue);
}

function findCase(personId: string, caseId: string, full: boolean) {
  return database().case.findFirst({
    where: { id: caseId, accesses: isInside(personId) },
    include: {
      acts: { orderBy: { seq: "asc" } },
      items: { orderBy: [{ compartmentId: "asc" }, { seq: "asc" }], omit: { armored: !full } },
      compartments: {
        orderBy: [{ type: "asc" }, { epoch: "asc" }],
        include: { wraps: { orderBy: { personId: "asc" }, select: { personId: true, secondId: true } } },
      },
    },
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findCase>>>;

function writeItem(item: Omit<Found["items"][number], "armored"> & { armored?: string }): ExportedItem {
  const { id, compartmentId: compartment, seq, kind, author, digest, sizeBucket, armored } = item;
  return { id, compartment, seq, kind, author, digest, sizeBucket, ...(armored !== undefined && { armored }) };
}

/** A wrap with a second person is the outer of two layers: its holder cannot open the key alone. */
function writeCompartment({ id, type, epoch, fingerprint, wraps }: Found["compartments"][number]): ExportedCompartment {
  const custodians = wraps.flatMap(({ personId: person, secondId: second }) => (second ? [{ person, second }] : []));
  const holders = wraps.filter(({ secondId }) => secondId === null).map(({ personId }) => personId);
  return { id, type, epoch, fingerprint, holders, custodians };
}

/** The lines of those who are in the office now, and those that the office ended, each with its end. All of them were public. */
async function readLines(): Promise<ExportedLine[]> {
  const people = await database().person.findMany({ where: { state: "active" }, orderBy: { id: "asc" } });
  const former = await readFormerLines();
  return [
    ...people.map(({ entry, entrySignature, publicKey }) => ({ entry, entrySignature, publicKey, end: null })),
    ...former.map(({ entry, entrySignature, publicKey, ending, endingSignature }) => ({
      entry,
      entrySignature,
      publicKey,
      end: { text: ending, signature: endingSignature },
    })),
  ];
}
