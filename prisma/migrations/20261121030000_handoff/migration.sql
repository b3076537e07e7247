-- Agents, teams, transfers, summaries, priorities and waiting alerts.

CREATE TABLE "agents" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tone" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "confidence_threshold" REAL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agents_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "teams" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "team_members" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("id")
);

-- What was ordered, with the words that must not stand in a workflow's history.
CREATE TABLE "transfers" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "target_type" TEXT NOT NULL,
    "target_id" UUID,
    "target_address" TEXT,
    "target_name" TEXT NOT NULL,
    "notice" TEXT,
    "customer_notice" TEXT,
    "idempotency_key" TEXT,
    "state" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transfers_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "conversations"
    ADD COLUMN "agent_id" UUID,
    ADD COLUMN "assigned_team_id" UUID,
    ADD COLUMN "priority" TEXT NOT NULL DEFAULT 'normal',
    ADD COLUMN "handoff_summary" TEXT,
    ADD COLUMN "alert_level" INTEGER NOT NULL DEFAULT 0;
-- A colleague's number: what comes from it is stored and never answered by the AI.
ALTER TABLE "contacts" ADD COLUMN "internal" BOOLEAN NOT NULL DEFAULT false;
-- Set for a notice to somebody other than the conversation's customer.
ALTER TABLE "outbox" ADD COLUMN "address" TEXT;
ALTER TABLE "bot_configs"
    ADD COLUMN "alert_waiting_ms" INTEGER NOT NULL DEFAULT 900000,
    ADD COLUMN "alert_email" BOOLEAN NOT NULL DEFAULT true;

CREATE INDEX "agents_tenant_id_idx" ON "agents"("tenant_id");
CREATE UNIQUE INDEX "agents_tenant_id_name_key" ON "agents"("tenant_id", "name");
CREATE UNIQUE INDEX "agents_one_default" ON "agents"("tenant_id") WHERE "is_default";
CREATE UNIQUE INDEX "teams_tenant_id_name_key" ON "teams"("tenant_id", "name");
CREATE UNIQUE INDEX "team_members_team_id_user_id_key" ON "team_members"("team_id", "user_id");
CREATE INDEX "team_members_tenant_id_user_id_idx" ON "team_members"("tenant_id", "user_id");
CREATE UNIQUE INDEX "transfers_conversation_id_idempotency_key_key" ON "transfers"("conversation_id", "idempotency_key");
CREATE INDEX "transfers_tenant_id_conversation_id_idx" ON "transfers"("tenant_id", "conversation_id");
CREATE INDEX "conversations_tenant_id_assigned_user_id_idx" ON "conversations"("tenant_id", "assigned_user_id");

ALTER TABLE "agents" ADD CONSTRAINT "agents_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "teams" ADD CONSTRAINT "teams_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agents"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_assigned_team_id_fkey" FOREIGN KEY ("assigned_team_id") REFERENCES "teams"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each tenant's settings become its default agent. The owner of a managed database is bound by forced row-level
-- security too, and would see no tenant's settings.
ALTER TABLE "bot_configs" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "agents" ("id", "tenant_id", "name", "tone", "is_default")
SELECT gen_random_uuid(), b.tenant_id, 'Assistente', b.tone, true FROM "bot_configs" b;
ALTER TABLE "bot_configs" FORCE ROW LEVEL SECURITY;

CALL enforce_tenant_isolation('agents');
CALL enforce_tenant_isolation('teams');
CALL enforce_tenant_isolation('team_members');
CALL enforce_tenant_isolation('transfers');
CALL allow_system('agents'); -- sign-up

-- What follows wraps functions of the hot path: the same round trip, with what this piece adds.

-- Whether one of these names is a colleague's.
CREATE FUNCTION is_internal(t uuid, m jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM jsonb_to_recordset(m->'identities') AS x(kind text, value text)
      JOIN contact_identities i ON i.tenant_id = t AND i.kind = x.kind AND i.value = x.value
      JOIN contacts k ON k.tenant_id = t AND k.id = i.contact_id
     WHERE k.internal)
$$;

-- As ingest_message. What a colleague's number writes is stored as accepted: no workflow is to hear of it.
CREATE FUNCTION receive_message(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_stored jsonb;
BEGIN
  PERFORM act_as_tenant(t);
  IF NOT is_internal(t, m) THEN RETURN ingest_message(t, m); END IF;
  v_stored := ingest_message(t, m);
  UPDATE messages SET accepted_at = coalesce(accepted_at, now())
   WHERE tenant_id = t AND id = (v_stored->>'messageId')::uuid;
  RETURN v_stored || '{"internal": true}';
END $$;

-- As record_phone_reply. What is typed on the paired phone to a colleague takes nothing over.
CREATE FUNCTION receive_phone_reply(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM act_as_tenant(t);
  IF is_internal(t, m) THEN RETURN '{"verdict": "internal"}'; END IF;
  RETURN record_phone_reply(t, m);
END $$;

-- As load_turn_by_the_clock, with the conversation's agent: its tone, instructions and threshold stand where the tenant's would.
CREATE FUNCTION load_agent_turn(t uuid, c uuid, turn uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_turn jsonb := load_turn_by_the_clock(t, c, turn);
  v_agent agents;
BEGIN
  IF v_turn IS NULL THEN RETURN NULL; END IF;
  SELECT a.* INTO v_agent FROM conversations v
    JOIN agents a ON a.tenant_id = t AND (a.id = v.agent_id OR (v.agent_id IS NULL AND a.is_default))
   WHERE v.tenant_id = t AND v.id = c;
  RETURN v_turn || jsonb_build_object(
    'internal', (SELECT k.internal FROM conversations v JOIN contacts k ON k.id = v.contact_id
                  WHERE v.tenant_id = t AND v.id = c),
    'config', v_turn->'config' || jsonb_strip_nulls(jsonb_build_object(
      -- The default agent speaks as the settings say.
      'tone', CASE WHEN v_agent.is_default THEN NULL ELSE v_agent.tone END,
      'confidenceThreshold', v_agent.confidence_threshold,
      'instructions', nullif(v_agent.instructions, ''))));
END $$;

-- As claim_balloon, for wherever it is addressed to.
CREATE FUNCTION claim_addressed_balloon(t uuid, b uuid, again boolean, correlation text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_claim jsonb := claim_balloon(t, b, again, correlation);
BEGIN
  RETURN v_claim || coalesce((SELECT jsonb_build_object('address', o.address) FROM outbox o
                               WHERE o.tenant_id = t AND o.id = b AND o.address IS NOT NULL), '{}');
END $$;
