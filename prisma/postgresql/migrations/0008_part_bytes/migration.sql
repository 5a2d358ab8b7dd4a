-- CreateTable
CREATE TABLE "PartBytes" (
    "caseId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "PartBytes_pkey" PRIMARY KEY ("caseId","partId")
);

-- AddForeignKey
ALTER TABLE "PartBytes" ADD CONSTRAINT "PartBytes_caseId_partId_fkey" FOREIGN KEY ("caseId", "partId") REFERENCES "Part"("caseId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The bytes move over. A column that is dropped would keep them, so it is emptied first and the next vacuum takes them.
INSERT INTO "PartBytes" ("caseId", "partId", "bytes") SELECT "caseId", "id", "bytes" FROM "Part";
UPDATE "Part" SET "bytes" = '';

-- AlterTable
ALTER TABLE "Part" DROP COLUMN "bytes";
