-- What may begin runs of automations, written in the transaction of its cause: nothing that happened is forgotten when
-- a process dies before it has begun them.

CREATE TABLE "flow_events" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "contact_id" UUID,
    "conversation_id" UUID,
    "payload" JSONB NOT NULL,
    "only_flow_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_events_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "flow_events_tenant_id_kind_event_key_key" ON "flow_events"("tenant_id", "kind", "event_key");
CREATE INDEX "flow_events_tenant_id_conversation_id_idx" ON "flow_events"("tenant_id", "conversation_id");
-- For the sweep: what is handled is not looked at again.
CREATE INDEX "flow_events_open_idx" ON "flow_events"("due_at") WHERE "handled_at" IS NULL;

ALTER TABLE "flow_events" ADD CONSTRAINT "flow_events_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_events" ADD CONSTRAINT "flow_events_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_events" ADD CONSTRAINT "flow_events_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_events" ADD CONSTRAINT "flow_events_only_flow_id_fkey" FOREIGN KEY ("only_flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('flow_events');
CALL allow_system('flow_events'); -- sweep of events that nobody handled

-- Notes an event, if an automation waits for its kind. e: {id, kind, eventKey, contactId, conversationId, payload}
-- True if it was noted now. To be called within the cause's transaction, which acts as its tenant.
CREATE FUNCTION note_flow_event(t uuid, e jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO flow_events (id, tenant_id, kind, event_key, contact_id, conversation_id, payload)
  SELECT (e->>'id')::uuid, t, e->>'kind', e->>'eventKey', (e->>'contactId')::uuid, (e->>'conversationId')::uuid,
         coalesce(e->'payload', '{}')
   WHERE EXISTS (SELECT FROM flow_triggers g JOIN flows f ON f.tenant_id = t AND f.id = g.flow_id
                  WHERE g.tenant_id = t AND g.kind = e->>'kind' AND f.status = 'active' AND f.published = g.version)
  ON CONFLICT (tenant_id, kind, event_key) DO NOTHING;
  RETURN FOUND;
END $$;
