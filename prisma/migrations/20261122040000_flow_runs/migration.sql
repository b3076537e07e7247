-- A run's workflow and what it writes.

-- state: what it was before it failed, so that a run may go on from there (services/flow/retry-run.ts).
-- turn: how often its workflow has written; a late writer changes nothing.
ALTER TABLE "flow_runs"
  ADD COLUMN "state" JSONB,
  ADD COLUMN "turn" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "parent_effect" TEXT,
  ADD COLUMN "resumes" BOOLEAN NOT NULL DEFAULT false;

-- What was sent to a webhook's test address last: fields are chosen from it.
ALTER TABLE "flow_triggers" ADD COLUMN "sample" JSONB, ADD COLUMN "sample_at" TIMESTAMPTZ(3);

-- When the engine's schedule was made what a trigger says.
ALTER TABLE "flow_triggers" ADD COLUMN "synced_at" TIMESTAMPTZ(3);

-- A webhook's tenant is not known before its token is read; schedules are reconciled over all tenants.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_policies WHERE tablename = 'flow_triggers' AND policyname = 'system_access') THEN
    CALL allow_system('flow_triggers');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_policies WHERE tablename = 'flows' AND policyname = 'system_access') THEN
    CALL allow_system('flows');
  END IF;
END $$;

-- Addresses for one use that a run gives away, by node: they are known from its beginning on, and may be called before
-- the run waits there.
CREATE TABLE "flow_waits" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "effect" TEXT,
    "body_schema" JSONB,
    "body" JSONB,
    "called_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_waits_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "flow_waits_run_id_node_id_key" ON "flow_waits"("run_id", "node_id");
CREATE UNIQUE INDEX "flow_waits_token_hash_key" ON "flow_waits"("token_hash");
ALTER TABLE "flow_waits" ADD CONSTRAINT "flow_waits_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_waits" ADD CONSTRAINT "flow_waits_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "flow_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CALL enforce_tenant_isolation('flow_waits');
CALL allow_system('flow_waits'); -- a call's tenant is not known before its token is read

-- What came of nodes that called the outside, and what they used.
CREATE TABLE "flow_calls" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "effect" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "model" TEXT,
    "prompt_tokens" INTEGER NOT NULL DEFAULT 0,
    "completion_tokens" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_calls_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "flow_calls_run_id_effect_key" ON "flow_calls"("run_id", "effect");
CREATE INDEX "flow_calls_tenant_id_kind_created_at_idx" ON "flow_calls"("tenant_id", "kind", "created_at");
ALTER TABLE "flow_calls" ADD CONSTRAINT "flow_calls_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "flow_calls" ADD CONSTRAINT "flow_calls_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "flow_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CALL enforce_tenant_isolation('flow_calls');

-- All that one turn of a run's workflow has to write. Saying it twice changes nothing.
-- s: {runId, turn, versionId, status, standing, steps, outputs, failure, state, endedAt (Unix ms or null), rows: [{id, seq,
--     nodeId, kind, status, handle, input, output, error, startedAt, endedAt}]}
-- Returns {flowId, failed: how many runs of the flow failed within an hour, itself included}, or null when it is gone.
CREATE FUNCTION save_flow_turn(t uuid, s jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_run flow_runs;
BEGIN
  PERFORM act_as_tenant(t);
  UPDATE flow_runs r SET
    turn = (s->>'turn')::int,
    version_id = (s->>'versionId')::uuid,
    status = s->>'status',
    standing = s->'standing',
    steps = (s->>'steps')::int,
    outputs = nullif(s->'outputs', 'null'),
    failure = nullif(s->'failure', 'null'),
    state = nullif(s->'state', 'null'),
    ended_at = to_timestamp((s->>'endedAt')::double precision / 1000)
   WHERE r.tenant_id = t AND r.id = (s->>'runId')::uuid AND r.turn <= (s->>'turn')::int
  RETURNING * INTO v_run;
  IF NOT FOUND THEN RETURN NULL; END IF;

  INSERT INTO flow_run_steps (id, tenant_id, run_id, seq, node_id, kind, status, handle, input, output, error, started_at, ended_at)
  SELECT (x->>'id')::uuid, t, v_run.id, (x->>'seq')::int, x->>'nodeId', x->>'kind', x->>'status', x->>'handle',
         nullif(x->'input', 'null'), nullif(x->'output', 'null'), nullif(x->'error', 'null'),
         to_timestamp((x->>'startedAt')::double precision / 1000), to_timestamp((x->>'endedAt')::double precision / 1000)
    FROM jsonb_array_elements(s->'rows') AS x
  ON CONFLICT (run_id, seq) DO UPDATE SET
    status = excluded.status, handle = excluded.handle, input = coalesce(excluded.input, flow_run_steps.input),
    output = excluded.output, error = excluded.error, ended_at = excluded.ended_at;

  RETURN jsonb_build_object('flowId', v_run.flow_id, 'failed', CASE WHEN v_run.status = 'failed' THEN
    (SELECT count(*) FROM flow_runs f WHERE f.tenant_id = t AND f.flow_id = v_run.flow_id AND f.status = 'failed'
        AND f.ended_at > now() - interval '1 hour') ELSE 0 END);
END $$;

-- As before, and: a customer's first message is a new contact, which automations may wait for.
CREATE OR REPLACE FUNCTION lock_conversation_of(t uuid, m jsonb) RETURNS conversations LANGUAGE plpgsql AS $$
DECLARE
  v_contact uuid;
  v_known int;
  v_new boolean := false;
  v_conversation conversations;
BEGIN
  SELECT count(*), (array_agg(i.contact_id ORDER BY i.created_at, i.id))[1] INTO v_known, v_contact
    FROM contact_identities i, jsonb_to_recordset(m->'identities') AS x(kind text, value text)
   WHERE i.tenant_id = t AND i.kind = x.kind AND i.value = x.value;
  IF v_known < jsonb_array_length(m->'identities') THEN
    -- Two first messages of one person at once: the second waits here and finds what the first made. Every name is
    -- locked, one order for all: one message may bring the LID, the other the phone, a third both.
    PERFORM pg_advisory_xact_lock(k.key) FROM (
      SELECT hashtextextended(t::text || x.kind || x.value, 0) AS key
        FROM jsonb_to_recordset(m->'identities') AS x(kind text, value text) ORDER BY 1) k;
    SELECT i.contact_id INTO v_contact
      FROM contact_identities i, jsonb_to_recordset(m->'identities') AS x(kind text, value text)
     WHERE i.tenant_id = t AND i.kind = x.kind AND i.value = x.value
     ORDER BY i.created_at, i.id LIMIT 1;
    IF v_contact IS NULL THEN
      v_contact := (m->>'contactId')::uuid;
      INSERT INTO contacts (id, tenant_id, name, updated_at) VALUES (v_contact, t, m->>'name', now());
      v_new := m->'identities'->0->>'kind' <> 'group';
    END IF;
    INSERT INTO contact_identities (id, tenant_id, contact_id, kind, value)
    SELECT x.id, t, v_contact, x.kind, x.value FROM jsonb_to_recordset(m->'identities') AS x(id uuid, kind text, value text)
    ON CONFLICT (tenant_id, kind, value) DO NOTHING;
    UPDATE contacts SET name = m->>'name', updated_at = now()
     WHERE tenant_id = t AND id = v_contact AND name IS NULL AND m->>'name' IS NOT NULL;
  END IF;

  FOR attempt IN 1..20 LOOP
    SELECT * INTO v_conversation FROM conversations c
     WHERE c.tenant_id = t AND c.channel_id = (m->>'channelId')::uuid AND c.contact_id = v_contact
       AND c.merged_into_id IS NULL FOR UPDATE;
    IF FOUND THEN
      IF v_new THEN
        PERFORM note_flow_event(t, jsonb_build_object('id', gen_random_uuid(), 'kind', 'contact_created', 'eventKey', v_contact,
          'contactId', v_contact, 'conversationId', v_conversation.id, 'payload', jsonb_build_object('origem', 'message')));
      END IF;
      RETURN v_conversation;
    END IF;
    -- A merge holds its contacts until it is done: whoever waited for it goes to the one that is left.
    PERFORM FROM contacts k WHERE k.tenant_id = t AND k.id = v_contact FOR SHARE;
    IF EXISTS (SELECT FROM contacts k WHERE k.tenant_id = t AND k.id = v_contact AND k.merged_into_id IS NOT NULL) THEN
      SELECT k.merged_into_id INTO v_contact FROM contacts k WHERE k.tenant_id = t AND k.id = v_contact;
      CONTINUE;
    END IF;
    INSERT INTO conversations (id, tenant_id, channel_id, contact_id, address, kind)
    VALUES ((m->>'conversationId')::uuid, t, (m->>'channelId')::uuid, v_contact, m->>'address',
            CASE m->'identities'->0->>'kind' WHEN 'group' THEN 'group' ELSE 'person' END)
    ON CONFLICT (tenant_id, channel_id, contact_id) DO NOTHING;
  END LOOP;
  RAISE EXCEPTION 'no conversation for contact %', v_contact;
END $$;
