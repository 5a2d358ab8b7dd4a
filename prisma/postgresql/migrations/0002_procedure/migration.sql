-- AlterTable
ALTER TABLE "Access" ADD COLUMN     "scope" TEXT NOT NULL DEFAULT 'case';

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "leadId" TEXT,
ADD COLUMN     "purgedMonth" TEXT;

-- AlterTable
ALTER TABLE "Office" ADD COLUMN     "country" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "noticeKey" TEXT,
ADD COLUMN     "noticePrivate" TEXT,
ADD COLUMN     "region" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mail" TEXT,
ADD COLUMN     "mailMode" TEXT NOT NULL DEFAULT 'batched';

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "caseId" TEXT,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" BIGINT NOT NULL,
    "createdDay" TEXT NOT NULL,
    "sentDay" TEXT,
    "fault" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailWish" (
    "caseId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "key" TEXT,
    "day" TEXT NOT NULL,

    CONSTRAINT "MailWish_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "policy" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("policy","number")
);

-- CreateTable
CREATE TABLE "Counter" (
    "id" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "caseId" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("caseId","duty","count")
);

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
