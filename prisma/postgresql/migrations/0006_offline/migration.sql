-- CreateTable
CREATE TABLE "PageSignature" (
    "digest" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "PageSignature_pkey" PRIMARY KEY ("digest")
);

