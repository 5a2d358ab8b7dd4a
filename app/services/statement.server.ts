import { database } from "~/platform/database.server";
import { type Statement, signStatement } from "~crypto/statement";
import { requireNoticeKey } from "./notices/notice-key.server";

/**
 * Confirms that a sealed report lies here: its digest and its day, without reference and without kind.
 *
 * Shape:  clear-signed text. The server signs with the only key that it has, its notice key, and the text says so: it vouches
 *         for what the server stored, and for no person's having read it. `further` are paragraphs in other languages.
 *         Null where there is no report any more.
 */
export async function stateReceipt(caseId: string, further: readonly string[] = []): Promise<string | null> {
  const db = database();
  const [office, report, key] = await Promise.all([
    db.office.findFirstOrThrow({ select: { name: true, fingerprint: true } }),
    db.item.findFirst({ where: { caseId, kind: "report", author: "reporter" }, orderBy: { seq: "asc" } }),
    requireNoticeKey(),
  ]);
  if (!report) return null;
  const statement: Statement = {
    office: office.name,
    officeFingerprint: office.fingerprint,
    day: report.day,
    digest: report.digest,
    signedBy: `the office's server, with its key ${key.fingerprint.toUpperCase()}; no person has looked at the report for it`,
  };
  return signStatement(statement, key.privateKey, further);
}
