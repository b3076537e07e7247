-- Who saved a draft last; the address of an inbound webhook, which outlives versions, pauses and republishing; and the
-- runs under way of one flow, found without reading the ended ones.

ALTER TABLE "flows" ADD COLUMN "saved_by_id" UUID;

CREATE TABLE "flow_webhooks" (
    "tenant_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_webhooks_pkey" PRIMARY KEY ("flow_id", "node_id")
);

CREATE UNIQUE INDEX "flow_webhooks_token_hash_key" ON "flow_webhooks"("token_hash");
CREATE INDEX "flow_runs_open_idx" ON "flow_runs"("tenant_id", "flow_id", "id") WHERE "status" IN ('queued', 'running', 'waiting');
CREATE INDEX "flow_runs_failed_idx" ON "flow_runs"("tenant_id", "flow_id", "ended_at") WHERE "status" = 'failed';

ALTER TABLE "flow_webhooks" ADD CONSTRAINT "flow_webhooks_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_webhooks" ADD CONSTRAINT "flow_webhooks_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('flow_webhooks');
