-- CreateTable
CREATE TABLE "Statement" (
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "paragraphs" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Statement_digest_key" ON "Statement"("digest");
