-- CreateTable
CREATE TABLE "Statement" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "paragraphs" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "quarter" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Statement_digest_key" ON "Statement"("digest");
