-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "recoveryKey" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdDay" TEXT NOT NULL,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
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

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeKeyWrap" (
    "personId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "OfficeKeyWrap_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "personId" TEXT,
    "expiresDay" TEXT NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tier" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "snapshot" TEXT NOT NULL,
    "machineVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submissionDigest" TEXT NOT NULL,
    "locatorHash" TEXT,
    "authHash" TEXT,
    "receiptKey" TEXT,
    "receiptLockedKey" TEXT,
    "createdDay" TEXT NOT NULL,
    "dueDay" TEXT,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Compartment" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "receiptWrap" TEXT,
    "stale" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Compartment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wrap" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "compartmentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "layer" INTEGER NOT NULL DEFAULT 1,
    "secondId" TEXT,

    CONSTRAINT "Wrap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "compartmentId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "armored" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "sizeBucket" INTEGER NOT NULL,
    "reply" TEXT,
    "day" TEXT NOT NULL,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Part" (
    "caseId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "attached" BOOLEAN NOT NULL DEFAULT false,
    "stagedDay" TEXT NOT NULL,

    CONSTRAINT "Part_pkey" PRIMARY KEY ("caseId","id")
);

-- CreateTable
CREATE TABLE "Act" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "signature" TEXT,

    CONSTRAINT "Act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Due" (
    "caseId" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "Due_pkey" PRIMARY KEY ("caseId","duty")
);

-- CreateTable
CREATE TABLE "Access" (
    "personId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "readSeq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Access_pkey" PRIMARY KEY ("personId","caseId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Office_fingerprint_key" ON "Office"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Person_name_key" ON "Person"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_fingerprint_key" ON "Person"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_personId_key" ON "Invitation"("personId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_reference_key" ON "Case"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Case_locatorHash_key" ON "Case"("locatorHash");

-- CreateIndex
CREATE INDEX "Case_authHash_idx" ON "Case"("authHash");

-- CreateIndex
CREATE INDEX "Case_createdDay_idx" ON "Case"("createdDay");

-- CreateIndex
CREATE UNIQUE INDEX "Compartment_caseId_type_epoch_key" ON "Compartment"("caseId", "type", "epoch");

-- CreateIndex
CREATE INDEX "Wrap_caseId_idx" ON "Wrap"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Wrap_compartmentId_personId_layer_key" ON "Wrap"("compartmentId", "personId", "layer");

-- CreateIndex
CREATE INDEX "Item_caseId_idx" ON "Item"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Item_compartmentId_seq_key" ON "Item"("compartmentId", "seq");

-- CreateIndex
CREATE INDEX "Part_attached_stagedDay_idx" ON "Part"("attached", "stagedDay");

-- CreateIndex
CREATE UNIQUE INDEX "Act_caseId_seq_key" ON "Act"("caseId", "seq");

-- CreateIndex
CREATE INDEX "Due_day_idx" ON "Due"("day");

-- CreateIndex
CREATE INDEX "Access_personId_sort_idx" ON "Access"("personId", "sort");

-- CreateIndex
CREATE INDEX "Access_personId_standing_sort_idx" ON "Access"("personId", "standing", "sort");

-- CreateIndex
CREATE INDEX "Access_personId_readSeq_idx" ON "Access"("personId", "readSeq");

-- AddForeignKey
ALTER TABLE "OfficeKeyWrap" ADD CONSTRAINT "OfficeKeyWrap_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Compartment" ADD CONSTRAINT "Compartment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wrap" ADD CONSTRAINT "Wrap_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wrap" ADD CONSTRAINT "Wrap_compartmentId_fkey" FOREIGN KEY ("compartmentId") REFERENCES "Compartment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wrap" ADD CONSTRAINT "Wrap_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_compartmentId_fkey" FOREIGN KEY ("compartmentId") REFERENCES "Compartment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Act" ADD CONSTRAINT "Act_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Due" ADD CONSTRAINT "Due_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Access" ADD CONSTRAINT "Access_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Access" ADD CONSTRAINT "Access_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
