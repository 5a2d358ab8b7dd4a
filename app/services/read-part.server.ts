import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { requireMailbox } from "./mailbox.server";
import { readPartBytes } from "./part-rows.server";
import { requirePerson } from "./sign-in.server";

/**
 * One sealed part of a file, for the reporter whose case it is or for a person of the office on it; damaged parts are not
 * handed out. Nothing that is put to an authority has files, so its contact gets none.
 */
export async function readPart(
  request: Request,
  caseId: string | undefined,
  partId: string | undefined,
): Promise<Uint8Array> {
  const key = { caseId: caseId ?? "", id: partId ?? "" };
  const allowed = request.headers.has("authorization")
    ? requireMailbox(request) === key.caseId
    : await isOnCase(request, key.caseId);
  const part = allowed
    ? await database().part.findUnique({ where: { caseId_id: key }, select: { digest: true } })
    : null;
  if (!part) throw notFound();
  const bytes = await readPartBytes(key);
  if (!bytes || digestOf(bytes) !== part.digest)
    throw new Problem(
      500,
      "This part of the file is damaged on the server's disk. It was not handed out; ask for a backup.",
      { rule: "damagedPart" },
    );
  return bytes;
}

async function isOnCase(request: Request, caseId: string): Promise<boolean> {
  const me = await requirePerson(request);
  return (await database().access.count({ where: { personId: me.id, caseId, scope: "case" } })) > 0;
}
