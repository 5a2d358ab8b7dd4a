import { findNoticeKey } from "~/services/notices/notice-key.server";
import { readPublicOffice } from "~/services/office.server";

/** Every public key of the office in one file, as `gpg --import` takes it: the office's own first, the server's last. */
export async function loader() {
  const office = await readPublicOffice();
  const notice = office && (await findNoticeKey());
  const people = office?.directory.map((one) => one.publicKey) ?? [];
  const keys = office ? [office.publicKey, ...people, ...(notice ? [notice.publicKey] : [])] : [];
  const headers = {
    "Content-Type": "application/pgp-keys",
    "Content-Disposition": 'attachment; filename="keys.asc"',
  };
  return new Response(keys.map((key) => `${key.trim()}\n`).join("\n"), { status: office ? 200 : 404, headers });
}
