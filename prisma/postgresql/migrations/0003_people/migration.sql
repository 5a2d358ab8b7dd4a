-- CreateTable
CREATE TABLE "FormerLine" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "keyIds" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "entrySignature" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "endingSignature" TEXT NOT NULL,
    "revokedKey" TEXT NOT NULL,
    "lockedKey" TEXT,
    "reason" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "FormerLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NextKey" (
    "personId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "keyIds" TEXT NOT NULL,
    "lockedKey" TEXT NOT NULL,
    "recoveryKey" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "NextKey_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "FormerLine_personId_idx" ON "FormerLine"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "NextKey_fingerprint_key" ON "NextKey"("fingerprint");
