-- AlterTable
ALTER TABLE "Case" ADD COLUMN "leadId" TEXT;
ALTER TABLE "Case" ADD COLUMN "purgedMonth" TEXT;

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "caseId" TEXT,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" BIGINT NOT NULL,
    "createdDay" TEXT NOT NULL,
    "sentDay" TEXT,
    "fault" TEXT
);

-- CreateTable
CREATE TABLE "MailWish" (
    "caseId" TEXT NOT NULL PRIMARY KEY,
    "address" TEXT NOT NULL,
    "key" TEXT,
    "day" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "policy" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    PRIMARY KEY ("policy", "number")
);

-- CreateTable
CREATE TABLE "Counter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Escalation" (
    "caseId" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "day" TEXT NOT NULL,

    PRIMARY KEY ("caseId", "duty", "count")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Access" (
    "personId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "scope" TEXT NOT NULL DEFAULT 'case',
    "readSeq" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("personId", "caseId"),
    CONSTRAINT "Access_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Access_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Access" ("caseId", "personId", "readSeq", "sort", "standing") SELECT "caseId", "personId", "readSeq", "sort", "standing" FROM "Access";
DROP TABLE "Access";
ALTER TABLE "new_Access" RENAME TO "Access";
CREATE INDEX "Access_personId_sort_idx" ON "Access"("personId", "sort");
CREATE INDEX "Access_personId_standing_sort_idx" ON "Access"("personId", "standing", "sort");
CREATE INDEX "Access_personId_readSeq_idx" ON "Access"("personId", "readSeq");
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
    "noticeKey" TEXT,
    "noticePrivate" TEXT
);
INSERT INTO "new_Office" ("createdDay", "demonstration", "fingerprint", "id", "languages", "name", "publicKey", "recoveryKey", "timeZone") SELECT "createdDay", "demonstration", "fingerprint", "id", "languages", "name", "publicKey", "recoveryKey", "timeZone" FROM "Office";
DROP TABLE "Office";
ALTER TABLE "new_Office" RENAME TO "Office";
CREATE UNIQUE INDEX "Office_fingerprint_key" ON "Office"("fingerprint");
CREATE TABLE "new_Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "keyIds" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "entrySignature" TEXT NOT NULL,
    "lockedKey" TEXT NOT NULL,
    "recoveryKey" TEXT NOT NULL,
    "kdf" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "signInHash" TEXT NOT NULL,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "retryAfter" BIGINT NOT NULL DEFAULT 0,
    "createdDay" TEXT NOT NULL,
    "mail" TEXT,
    "mailMode" TEXT NOT NULL DEFAULT 'batched'
);
INSERT INTO "new_Person" ("createdDay", "displayName", "entry", "entrySignature", "failedSignIns", "fingerprint", "id", "kdf", "keyIds", "lockedKey", "name", "publicKey", "recoveryKey", "retryAfter", "roles", "salt", "signInHash", "state") SELECT "createdDay", "displayName", "entry", "entrySignature", "failedSignIns", "fingerprint", "id", "kdf", "keyIds", "lockedKey", "name", "publicKey", "recoveryKey", "retryAfter", "roles", "salt", "signInHash", "state" FROM "Person";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
CREATE UNIQUE INDEX "Person_name_key" ON "Person"("name");
CREATE UNIQUE INDEX "Person_fingerprint_key" ON "Person"("fingerprint");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Notice_state_notBefore_idx" ON "Notice"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Notice_personId_state_idx" ON "Notice"("personId", "state");

-- CreateIndex
CREATE INDEX "Notice_caseId_idx" ON "Notice"("caseId");

-- CreateIndex
CREATE INDEX "Escalation_day_idx" ON "Escalation"("day");

-- CreateIndex
CREATE INDEX "Case_leadId_idx" ON "Case"("leadId");
