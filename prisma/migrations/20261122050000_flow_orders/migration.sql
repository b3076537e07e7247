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

-- A run of a flow in a conversation's timeline: that it began, and how it ended. Written with the run's row, whoever writes it.
CREATE FUNCTION tell_flow_run() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_name text;
  v_node text;
  v_event text := CASE NEW.status WHEN 'ended' THEN 'flowEnded' WHEN 'failed' THEN 'flowFailed'
                                  WHEN 'cancelled' THEN 'flowCancelled' ELSE 'flowStarted' END;
BEGIN
  UPDATE conversations c SET seq = c.seq + 1
   WHERE c.tenant_id = NEW.tenant_id
     AND c.id = (SELECT coalesce(o.merged_into_id, o.id) FROM conversations o
                  WHERE o.tenant_id = NEW.tenant_id AND o.id = NEW.conversation_id)
  RETURNING c.* INTO v_conversation;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT f.name INTO v_name FROM flows f WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.flow_id;
  IF v_event = 'flowFailed' THEN
    SELECT n.node->>'title' INTO v_node
      FROM flow_versions v, jsonb_array_elements(v.document->'nodes') AS n(node)
     WHERE v.tenant_id = NEW.tenant_id AND v.id = NEW.version_id AND n.node->>'id' = NEW.failure->>'node';
  END IF;
  INSERT INTO messages (id, tenant_id, conversation_id, channel_id, seq, author, kind, text, payload, status, sent_at, accepted_at)
  VALUES (gen_random_uuid(), NEW.tenant_id, v_conversation.id, v_conversation.channel_id, v_conversation.seq, 'system', 'event',
          CASE v_event WHEN 'flowStarted' THEN 'Uma automação começou.' WHEN 'flowEnded' THEN 'A automação terminou.'
                       ELSE 'A automação parou.' END,
          jsonb_build_object('from', v_conversation.state, 'to', v_conversation.state, 'cause', jsonb_strip_nulls(jsonb_build_object(
            'type', v_event, 'flowId', NEW.flow_id, 'runId', NEW.id, 'name', v_name, 'node', v_node))),
          'none', now(), now());
  RETURN NULL;
END $$;

CREATE TRIGGER tell_flow_run_began AFTER INSERT ON flow_runs FOR EACH ROW
  WHEN (NEW.conversation_id IS NOT NULL AND NEW.parent_run_id IS NULL)
  EXECUTE FUNCTION tell_flow_run();
CREATE TRIGGER tell_flow_run_ended AFTER UPDATE OF status ON flow_runs FOR EACH ROW
  WHEN (NEW.conversation_id IS NOT NULL AND NEW.parent_run_id IS NULL AND OLD.status IS DISTINCT FROM NEW.status
        AND NEW.status IN ('ended', 'failed', 'cancelled'))
  EXECUTE FUNCTION tell_flow_run();
