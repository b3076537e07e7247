-- What tenants draw, what they published, and how each run of it went.

CREATE TABLE "flows" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "draft" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "published" INTEGER,
    "paused_by" TEXT,
    "locked_by_id" UUID,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flows_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "flow_versions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "published_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_versions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "flow_triggers" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "node_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 100,
    "token_hash" TEXT,
    "token" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_triggers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "flow_runs" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "trigger_kind" TEXT NOT NULL,
    "trigger_node" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "contact_id" UUID,
    "conversation_id" UUID,
    "parent_run_id" UUID,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "payload" JSONB NOT NULL,
    "standing" JSONB NOT NULL DEFAULT '[]',
    "steps" INTEGER NOT NULL DEFAULT 0,
    "outputs" JSONB,
    "failure" JSONB,
    "retry_of_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_runs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "flow_run_steps" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "node_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "handle" TEXT,
    "input" JSONB,
    "output" JSONB,
    "error" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_run_steps_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "flow_orders" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "effect" TEXT NOT NULL,
    "conversation_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "order" JSONB NOT NULL,
    "outcome" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_orders_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "flows_tenant_id_updated_at_idx" ON "flows"("tenant_id", "updated_at" DESC);
CREATE UNIQUE INDEX "flow_versions_flow_id_number_key" ON "flow_versions"("flow_id", "number");
CREATE INDEX "flow_versions_tenant_id_flow_id_idx" ON "flow_versions"("tenant_id", "flow_id");
CREATE UNIQUE INDEX "flow_triggers_flow_id_node_id_key" ON "flow_triggers"("flow_id", "node_id");
CREATE UNIQUE INDEX "flow_triggers_token_hash_key" ON "flow_triggers"("token_hash");
CREATE INDEX "flow_triggers_tenant_id_kind_priority_idx" ON "flow_triggers"("tenant_id", "kind", "priority");
CREATE UNIQUE INDEX "flow_runs_tenant_id_flow_id_event_key_key" ON "flow_runs"("tenant_id", "flow_id", "event_key");
CREATE INDEX "flow_runs_tenant_id_flow_id_started_at_idx" ON "flow_runs"("tenant_id", "flow_id", "started_at" DESC);
CREATE INDEX "flow_runs_tenant_id_status_started_at_idx" ON "flow_runs"("tenant_id", "status", "started_at" DESC);
CREATE INDEX "flow_runs_tenant_id_conversation_id_idx" ON "flow_runs"("tenant_id", "conversation_id");
CREATE UNIQUE INDEX "flow_run_steps_run_id_seq_key" ON "flow_run_steps"("run_id", "seq");
CREATE INDEX "flow_run_steps_tenant_id_run_id_idx" ON "flow_run_steps"("tenant_id", "run_id");
CREATE UNIQUE INDEX "flow_orders_run_id_effect_key" ON "flow_orders"("run_id", "effect");
CREATE INDEX "flow_orders_tenant_id_conversation_id_idx" ON "flow_orders"("tenant_id", "conversation_id");

ALTER TABLE "flows" ADD CONSTRAINT "flows_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_versions" ADD CONSTRAINT "flow_versions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_versions" ADD CONSTRAINT "flow_versions_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_triggers" ADD CONSTRAINT "flow_triggers_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_triggers" ADD CONSTRAINT "flow_triggers_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_runs" ADD CONSTRAINT "flow_runs_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_runs" ADD CONSTRAINT "flow_runs_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_runs" ADD CONSTRAINT "flow_runs_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "flow_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_runs" ADD CONSTRAINT "flow_runs_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_runs" ADD CONSTRAINT "flow_runs_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_run_steps" ADD CONSTRAINT "flow_run_steps_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_run_steps" ADD CONSTRAINT "flow_run_steps_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "flow_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_orders" ADD CONSTRAINT "flow_orders_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_orders" ADD CONSTRAINT "flow_orders_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "flow_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_orders" ADD CONSTRAINT "flow_orders_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('flows');
CALL enforce_tenant_isolation('flow_versions');
CALL enforce_tenant_isolation('flow_triggers');
CALL enforce_tenant_isolation('flow_runs');
CALL enforce_tenant_isolation('flow_run_steps');
CALL enforce_tenant_isolation('flow_orders');
