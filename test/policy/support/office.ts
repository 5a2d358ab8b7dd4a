import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, type Database, openDatabase } from "~/platform/database.server";
import type { SignedInPerson } from "~/services/sign-in.server";

export const OLGA: SignedInPerson = { id: "01".repeat(16), name: "olga", displayName: "Olga", roles: ["ombudsperson"] };
export const ADA: SignedInPerson = { id: "02".repeat(16), name: "ada", displayName: "Ada", roles: ["administrator"] };
export const TARA: SignedInPerson = { id: "03".repeat(16), name: "tara", displayName: "Tara", roles: ["intake"] };

/** A real database with an office in it and nobody else. */
export async function openOffice(timeZone = "Europe/Berlin"): Promise<{ db: Database; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "ombra-policy-"));
  const db = await openDatabase(readConfig({ NODE_ENV: "test", OMBRA_ROOT: process.cwd(), DATA_DIR: folder }));
  await db.office.create({
    data: {
      id: "0a".repeat(16),
      name: "Office of Tests",
      languages: '["en"]',
      timeZone,
      publicKey: "",
      fingerprint: "0b".repeat(20),
      recoveryKey: "",
      createdDay: "2026-01-01",
    },
  });
  return {
    db,
    close: async () => {
      await closeDatabase();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
