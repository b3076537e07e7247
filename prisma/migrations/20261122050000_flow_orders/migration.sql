-- What a conversation says and hears for runs of flows.

-- When the conversation's workflow began with an order, and when its run was told how it ended. Null: not yet, so the
-- sweep says it again.
-- draft: what a model wrote for it, before it is said.
ALTER TABLE "flow_orders"
  ADD COLUMN "heard_at" TIMESTAMPTZ(3),
  ADD COLUMN "told_at" TIMESTAMPTZ(3),
  ADD COLUMN "draft" JSONB;
CREATE INDEX "flow_orders_to_tell_idx" ON "flow_orders"("created_at") WHERE "told_at" IS NULL;
CALL allow_system('flow_orders'); -- sweep of orders that nobody heard of, or whose end was not told

-- A file instead of words, of a balloon of kind flow: {type, url | mediaId, mimeType, fileName}. Its body is the caption.
ALTER TABLE "outbox" ADD COLUMN "file" JSONB;

-- Flows transfer too: then nobody ordered it.
ALTER TABLE "transfers" ALTER COLUMN "user_id" DROP NOT NULL;

-- As claim_balloon, for wherever it is addressed to, and with what it carries besides words.
CREATE OR REPLACE FUNCTION claim_addressed_balloon(t uuid, b uuid, again boolean, correlation text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_claim jsonb := claim_balloon(t, b, again, correlation);
  v_balloon outbox;
BEGIN
  SELECT o.* INTO v_balloon FROM outbox o WHERE o.tenant_id = t AND o.id = b AND (o.address IS NOT NULL OR o.file IS NOT NULL);
  IF NOT FOUND THEN RETURN v_claim; END IF;
  IF v_balloon.file IS NOT NULL AND v_claim->>'status' = 'claimed' THEN
    UPDATE messages SET kind = v_balloon.file->>'type', payload = jsonb_build_object('file', v_balloon.file)
     WHERE tenant_id = t AND id = v_balloon.message_id AND payload IS NULL;
  END IF;
  RETURN v_claim || jsonb_strip_nulls(jsonb_build_object('address', v_balloon.address, 'file', v_balloon.file));
END $$;

-- As load_agent_turn, in the same round trip, with what a tenant that has message triggers asks before the AI answers:
-- flows: the triggers in the order in which they are asked, the unanswered messages, and the runs that they began.
CREATE FUNCTION load_turn_with_flows(t uuid, c uuid, turn uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_turn jsonb := load_agent_turn(t, c, turn);
BEGIN
  IF v_turn IS NULL OR v_turn->>'state' <> 'IA_ATIVA' OR jsonb_typeof(v_turn->'decided') = 'object'
     OR NOT EXISTS (SELECT FROM flow_triggers g WHERE g.tenant_id = t AND g.kind = 'message_received') THEN
    RETURN v_turn;
  END IF;
  RETURN v_turn || coalesce((
    SELECT jsonb_build_object('flows', jsonb_build_object(
      'contactId', v.contact_id,
      'newContact', NOT EXISTS (SELECT FROM messages m WHERE m.tenant_id = t AND m.conversation_id = c
                                   AND m.author = 'customer' AND m.seq <= v.answered_seq)
                AND NOT EXISTS (SELECT FROM conversations o WHERE o.tenant_id = t AND o.contact_id = v.contact_id
                                   AND o.id <> c AND o.inbound_seq > 0),
      'begun', (SELECT coalesce(jsonb_agg(r.id), '[]') FROM flow_runs r
                 WHERE r.tenant_id = t AND r.conversation_id = c AND r.trigger_kind = 'message_received'
                   AND r.event_key IN (SELECT 'message:' || m.id FROM messages m
                                        WHERE m.tenant_id = t AND m.conversation_id = c AND m.author = 'customer'
                                          AND m.seq > v.answered_seq)),
      'triggers', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'flowId', g.flow_id, 'versionId', n.id, 'nodeId', g.node_id, 'settings', g.settings,
                            'sinceLastMs', CASE WHEN coalesce(g.settings->>'cooldownSeconds', '0') <> '0' THEN (
                              SELECT floor(extract(epoch FROM clock_timestamp() - max(r.started_at)) * 1000)
                                FROM flow_runs r WHERE r.tenant_id = t AND r.flow_id = g.flow_id
                                 AND r.contact_id = v.contact_id AND r.trigger_kind = 'message_received') END)
                            ORDER BY g.priority, g.id), '[]')
                     FROM flow_triggers g
                     JOIN flows f ON f.tenant_id = t AND f.id = g.flow_id AND f.status = 'active' AND f.published = g.version
                     JOIN flow_versions n ON n.tenant_id = t AND n.flow_id = g.flow_id AND n.number = g.version
                    WHERE g.tenant_id = t AND g.kind = 'message_received')))
      FROM conversations v JOIN contacts k ON k.tenant_id = t AND k.id = v.contact_id
     WHERE v.tenant_id = t AND v.id = c AND v.kind = 'person' AND NOT k.internal), '{}');
END $$;
