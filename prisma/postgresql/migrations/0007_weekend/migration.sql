-- AlterTable
ALTER TABLE "Office" ADD COLUMN     "weekend" TEXT NOT NULL DEFAULT '6,7';
