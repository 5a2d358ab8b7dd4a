import { readPublicOffice } from "~/services/office.server";

/** Every public key of the office in one file, as `gpg --import` takes it: the office's own first. */
export async function loader() {
  const office = await readPublicOffice();
  const keys = office ? [office.publicKey, ...office.directory.map((one) => one.publicKey)] : [];
  const headers = {
    "Content-Type": "application/pgp-keys",
    "Content-Disposition": 'attachment; filename="keys.asc"',
  };
  return new Response(keys.map((key) => `${key.trim()}\n`).join("\n"), { status: office ? 200 : 404, headers });
}
