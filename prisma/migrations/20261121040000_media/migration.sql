-- Files that customers send. A file has its message's id: one message, one file.

CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "problem" TEXT,
    "mimetype" TEXT,
    "file_name" TEXT,
    "bytes" INTEGER,
    "sha256" TEXT,
    "seconds" INTEGER,
    "words" TEXT,
    "usage" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- Retention: what is stored, oldest first.
CREATE INDEX "media_stored_idx" ON "media"("created_at") WHERE "status" = 'stored';
-- Is anybody else still using these bytes?
CREATE INDEX "media_tenant_id_sha256_idx" ON "media"("tenant_id", "sha256");
CREATE INDEX "media_tenant_id_conversation_id_seq_idx" ON "media"("tenant_id", "conversation_id", "seq");

ALTER TABLE "media" ADD CONSTRAINT "media_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "media" ADD CONSTRAINT "media_id_fkey" FOREIGN KEY ("id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('media');
CALL allow_system('media'); -- retention: files of all tenants

-- A file to fetch is noted with the message it came with, in one transaction, whoever stores the message. The
-- condition is the trigger's own, so a message without a file pays nothing.
CREATE FUNCTION note_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO media (id, tenant_id, conversation_id, seq, kind, file_name, seconds)
  VALUES (NEW.id, NEW.tenant_id, NEW.conversation_id, NEW.seq, NEW.kind, left(NEW.payload->>'fileName', 255),
          CASE WHEN NEW.payload->>'seconds' ~ '^\d{1,6}$' THEN (NEW.payload->>'seconds')::int END);
  RETURN NULL;
END $$;

CREATE TRIGGER note_media AFTER INSERT ON messages FOR EACH ROW
  WHEN (NEW.author = 'customer' AND NEW.kind IN ('audio', 'image', 'video', 'document'))
  EXECUTE FUNCTION note_media();
