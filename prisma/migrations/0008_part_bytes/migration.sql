-- What the old column held is overwritten, as everything that is deleted here: a later purge could not reach it any more.
PRAGMA secure_delete=ON;

-- Whole or not at all: a start that is cut off in the middle leaves the parts where they were.
BEGIN;

-- CreateTable
CREATE TABLE "PartBytes" (
    "caseId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("caseId", "partId"),
    CONSTRAINT "PartBytes_caseId_partId_fkey" FOREIGN KEY ("caseId", "partId") REFERENCES "Part" ("caseId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The bytes move over.
INSERT INTO "PartBytes" ("caseId", "partId", "bytes") SELECT "caseId", "id", "bytes" FROM "Part";

-- AlterTable
ALTER TABLE "Part" DROP COLUMN "bytes";

COMMIT;
