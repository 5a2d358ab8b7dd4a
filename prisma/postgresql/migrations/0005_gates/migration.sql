-- CreateTable
CREATE TABLE "PublicSettings" (
    "id" TEXT NOT NULL,
    "pageTitle" TEXT NOT NULL DEFAULT '',
    "pageIcon" TEXT NOT NULL DEFAULT 'mark',
    "exitAddress" TEXT NOT NULL DEFAULT '',
    "emergencyText" TEXT NOT NULL DEFAULT '',
    "emergencyLink" TEXT NOT NULL DEFAULT '',
    "secretsText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PublicSettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL,
    "locatorHash" TEXT NOT NULL,
    "authHash" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "receiptWrap" TEXT NOT NULL,
    "submissionDigest" TEXT NOT NULL,
    "dueDay" TEXT,
    "deleteDay" TEXT NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionWrap" (
    "questionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "QuestionWrap_pkey" PRIMARY KEY ("questionId","personId")
);

-- CreateTable
CREATE TABLE "QuestionMessage" (
    "id" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "armored" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "QuestionMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Question_locatorHash_key" ON "Question"("locatorHash");

-- CreateIndex
CREATE INDEX "Question_deleteDay_idx" ON "Question"("deleteDay");

-- CreateIndex
CREATE INDEX "QuestionWrap_personId_idx" ON "QuestionWrap"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionMessage_questionId_seq_key" ON "QuestionMessage"("questionId", "seq");

-- AddForeignKey
ALTER TABLE "QuestionWrap" ADD CONSTRAINT "QuestionWrap_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionWrap" ADD CONSTRAINT "QuestionWrap_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionMessage" ADD CONSTRAINT "QuestionMessage_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
