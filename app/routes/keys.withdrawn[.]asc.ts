import { readRevokedKeys } from "~/services/people/former-lines.server";

/** The keys that the office took its word back for, each with the revocation: whoever imported one learns of it here. */
export async function loader() {
  const keys = await readRevokedKeys();
  const headers = {
    "Content-Type": "application/pgp-keys",
    "Content-Disposition": 'attachment; filename="withdrawn.asc"',
  };
  return new Response(keys.map((key) => `${key.trim()}\n`).join("\n"), { headers });
}
