-- Files of the tenant's own, for automations to send. Their bytes stand in the media store beside customers' files.
CREATE TABLE "company_files" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mimetype" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_files_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "company_files_tenant_id_created_at_idx" ON "company_files"("tenant_id", "created_at");
CREATE INDEX "company_files_tenant_id_sha256_idx" ON "company_files"("tenant_id", "sha256");
ALTER TABLE "company_files" ADD CONSTRAINT "company_files_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CALL enforce_tenant_isolation('company_files');
