-- Who was merged into whom: asked for wherever something of a contact is listed. Few contacts were: the index is small.
CREATE INDEX "contacts_merged_into_idx" ON "contacts"("tenant_id", "merged_into_id") WHERE "merged_into_id" IS NOT NULL;
