-- Public forms, and what people sent with them.

CREATE TABLE "forms" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "fields" JSONB NOT NULL,
    "thanks" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "forms_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "form_submissions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "contact_id" UUID,
    "dedupe_key" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "consents" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_submissions_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "forms_token_key" ON "forms"("token");
CREATE UNIQUE INDEX "forms_tenant_id_name_key" ON "forms"("tenant_id", "name");
CREATE UNIQUE INDEX "form_submissions_form_id_dedupe_key_key" ON "form_submissions"("form_id", "dedupe_key");
CREATE INDEX "form_submissions_tenant_id_form_id_id_idx" ON "form_submissions"("tenant_id", "form_id", "id" DESC);

ALTER TABLE "forms" ADD CONSTRAINT "forms_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "forms"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CALL enforce_tenant_isolation('forms');
CALL enforce_tenant_isolation('form_submissions');
CALL allow_system('forms'); -- whose form a public address is
