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
