-- CreateIndex
CREATE INDEX "Part_attached_size_idx" ON "Part"("attached", "size");

-- CreateIndex
CREATE INDEX "Part_caseId_size_idx" ON "Part"("caseId", "size");
