-- A tenant's Chatwoot, and what of ours stands there.

CREATE TABLE "chatwoot_connections" (
    "tenant_id" UUID NOT NULL,
    "base_url" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "chatwoot_user_id" INTEGER NOT NULL,
    "webhook_key_hash" TEXT NOT NULL,
    "webhook_key" TEXT NOT NULL,
    "webhook_id" INTEGER,
    "webhook_secret" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "problem" TEXT,
    "connected_by" UUID NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heard_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chatwoot_connections_pkey" PRIMARY KEY ("tenant_id")
);

CREATE TABLE "chatwoot_inboxes" (
    "channel_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "inbox_id" INTEGER,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chatwoot_inboxes_pkey" PRIMARY KEY ("channel_id")
);

CREATE TABLE "chatwoot_conversations" (
    "conversation_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "contact_id" INTEGER,
    "display_id" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "assignee_id" INTEGER,
    "synced_seq" BIGINT NOT NULL,
    "heard_id" BIGINT NOT NULL DEFAULT 0,
    "told_summary" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "retry_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chatwoot_conversations_pkey" PRIMARY KEY ("conversation_id")
);

CREATE TABLE "chatwoot_messages" (
    "message_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "chatwoot_id" BIGINT,
    "told_revision" TIMESTAMPTZ(3),
    "told_failure" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "chatwoot_messages_pkey" PRIMARY KEY ("message_id")
);

CREATE UNIQUE INDEX "chatwoot_connections_webhook_key_hash_key" ON "chatwoot_connections"("webhook_key_hash");
CREATE UNIQUE INDEX "chatwoot_conversations_tenant_id_display_id_key" ON "chatwoot_conversations"("tenant_id", "display_id");
CREATE INDEX "chatwoot_inboxes_tenant_id_idx" ON "chatwoot_inboxes"("tenant_id");
CREATE INDEX "chatwoot_messages_tenant_id_idx" ON "chatwoot_messages"("tenant_id");

ALTER TABLE "chatwoot_connections" ADD CONSTRAINT "chatwoot_connections_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What stands in a Chatwoot is forgotten with the connection to it.
ALTER TABLE "chatwoot_inboxes" ADD CONSTRAINT "chatwoot_inboxes_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "chatwoot_connections"("tenant_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "chatwoot_inboxes" ADD CONSTRAINT "chatwoot_inboxes_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "chatwoot_conversations" ADD CONSTRAINT "chatwoot_conversations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "chatwoot_connections"("tenant_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "chatwoot_conversations" ADD CONSTRAINT "chatwoot_conversations_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "chatwoot_messages" ADD CONSTRAINT "chatwoot_messages_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "chatwoot_connections"("tenant_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "chatwoot_messages" ADD CONSTRAINT "chatwoot_messages_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('chatwoot_connections');
CALL enforce_tenant_isolation('chatwoot_inboxes');
CALL enforce_tenant_isolation('chatwoot_conversations');
CALL enforce_tenant_isolation('chatwoot_messages');
CALL allow_system('chatwoot_connections'); -- whose Chatwoot a webhook is, and the sweep
