-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Office" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "recoveryKey" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdDay" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "weekend" TEXT NOT NULL DEFAULT '6,7',
    "noticeKey" TEXT,
    "noticePrivate" TEXT
);
INSERT INTO "new_Office" ("country", "createdDay", "demonstration", "fingerprint", "id", "languages", "name", "noticeKey", "noticePrivate", "publicKey", "recoveryKey", "region", "timeZone") SELECT "country", "createdDay", "demonstration", "fingerprint", "id", "languages", "name", "noticeKey", "noticePrivate", "publicKey", "recoveryKey", "region", "timeZone" FROM "Office";
DROP TABLE "Office";
ALTER TABLE "new_Office" RENAME TO "Office";
CREATE UNIQUE INDEX "Office_fingerprint_key" ON "Office"("fingerprint");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
