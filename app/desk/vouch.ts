import type { DraftItem } from "./act-items";
import type { Acting } from "./seal-act";

/**
 * Puts a statement of receipt into the acknowledgement, signed by whoever acknowledges: the reporter can show it elsewhere, and
 * nobody has to take the server's word.
 *
 * Shape:  the drafts as they were for any other act. The digest is that of the report as it lies here, computed anew.
 * Errors: PrivateKeyError.
 */
export async function vouchFor(drafts: DraftItem[], { record, desk, held, act }: Acting): Promise<DraftItem[]> {
  const report = record.items.find(({ kind, author }) => kind === "report" && author === "reporter");
  if (act.event !== "case.acknowledge" || !report) return drafts;
  const { signStatement } = await import("~crypto/statement");
  const { sha256Hex } = await import("~crypto/bytes");
  const statement = await signStatement(
    {
      office: desk.office.name,
      officeFingerprint: desk.office.fingerprint,
      day: report.day,
      digest: await sha256Hex(report.armored),
      signedBy: `${desk.me.displayName}, who received the report, with the key ${desk.me.fingerprint.toUpperCase()}`,
    },
    held.privateKey,
  );
  return drafts.map((draft) => (draft.kind === "message" ? withStatement(draft, statement) : draft));
}

/** Whoever reads with OpenPGP alone finds it below the words. */
function withStatement(draft: DraftItem, statement: string): DraftItem {
  const body = { ...(draft.body as { text: string }), statement };
  return { ...draft, body, ...(draft.plain !== undefined && { plain: `${draft.plain}\n\n${statement}` }) };
}
