-- CreateTable
CREATE TABLE "PageSignature" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "signature" TEXT NOT NULL,
    "day" TEXT NOT NULL
);
