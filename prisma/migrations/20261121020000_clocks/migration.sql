-- Opening hours, the closing message, the oldest message that is answered, and why a person paused the AI.
ALTER TABLE "bot_configs"
  ADD COLUMN "out_of_hours" TEXT NOT NULL DEFAULT 'Recebemos sua mensagem! Nossa equipe volta {{opensAt}} e responde por aqui.',
  ADD COLUMN "closing" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "backlog_max_age_ms" INTEGER NOT NULL DEFAULT 21600000,
  ADD COLUMN "hours" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "conversations" ADD COLUMN "state_reason" TEXT;

-- The sweep looks for deadlines that passed and that nobody acted upon.
CREATE INDEX "conversations_human_deadline_idx" ON "conversations" ("human_deadline");
CALL allow_system('conversations'); -- sweep of deadlines

-- How long things take for this tenant, as the workflow wants it.
CREATE OR REPLACE FUNCTION conversation_timing(t uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('debounceMs', b.debounce_ms, 'debounceMaxMs', b.debounce_max_ms,
                            'humanReturnMs', b.human_return_ms, 'idleCloseMs', b.idle_close_ms,
                            'pace', jsonb_build_object('charactersPerSecond', b.typing_characters_per_second,
                                                       'pauseMaxMs', b.typing_pause_max_ms,
                                                       'customerTypingMaxMs', b.customer_typing_max_ms),
                            'fairnessWeight', n.fairness_weight)
         || CASE WHEN b.closing = '' THEN '{}'::jsonb ELSE '{"saysGoodbye": true}'::jsonb END
    FROM bot_configs b JOIN tenants n ON n.id = b.tenant_id WHERE b.tenant_id = t
$$;

-- load_turn, and what the calendar has to say about it: the database's clock, when the newest unanswered message was
-- written, and the tenant's hours. One round trip still.
CREATE FUNCTION load_turn_by_the_clock(t uuid, c uuid, turn uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_turn jsonb := load_turn(t, c, turn);
BEGIN
  IF v_turn IS NULL THEN RETURN NULL; END IF;
  RETURN v_turn || (
    SELECT jsonb_build_object(
      'humanDeadline', floor(extract(epoch FROM v.human_deadline) * 1000),
      'clocks', jsonb_build_object(
        'now', floor(extract(epoch FROM clock_timestamp()) * 1000),
        'newestAt', (SELECT floor(extract(epoch FROM max(m.sent_at)) * 1000) FROM messages m
                      WHERE m.tenant_id = t AND m.conversation_id = c AND m.author = 'customer'
                        AND m.seq > v.answered_seq AND m.deleted_at IS NULL),
        'backlogMaxAgeMs', b.backlog_max_age_ms, 'hours', b.hours))
      FROM conversations v JOIN bot_configs b ON b.tenant_id = t
     WHERE v.tenant_id = t AND v.id = c);
END $$;

-- The words that end a quiet conversation, in its outbox once for each time the AI had the last word. Null when they
-- are not to be said: a person has it, the customer waits, it is resolved, or these words are the last already.
-- b: {id, messageId, body}
CREATE FUNCTION prepare_goodbye(t uuid, c uuid, b jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_last messages;
  v_key text;
  v_known uuid;
BEGIN
  PERFORM act_as_tenant(t);
  SELECT * INTO v_conversation FROM conversations x WHERE x.tenant_id = t AND x.id = c FOR UPDATE;
  IF NOT FOUND OR v_conversation.state <> 'IA_ATIVA' OR v_conversation.resolved_at IS NOT NULL
     OR v_conversation.inbound_seq > v_conversation.answered_seq THEN RETURN NULL; END IF;
  SELECT * INTO v_last FROM messages m
   WHERE m.tenant_id = t AND m.conversation_id = c AND m.kind <> 'event' ORDER BY m.seq DESC LIMIT 1;
  IF NOT FOUND OR v_last.author <> 'ai' THEN RETURN NULL; END IF;
  -- Said already, or tried: these words again, which may not have left.
  SELECT o.id INTO v_known FROM outbox o
   WHERE o.tenant_id = t AND o.conversation_id = c AND o.message_id = v_last.id AND o.dedupe_key LIKE 'goodbye:%';
  IF FOUND THEN RETURN jsonb_build_object('id', v_known); END IF;
  v_key := 'goodbye:' || v_last.id;
  INSERT INTO outbox (id, tenant_id, conversation_id, kind, dedupe_key, body, fence, message_id)
  VALUES ((b->>'id')::uuid, t, c, 'notice', v_key, b->>'body', v_conversation.fence, (b->>'messageId')::uuid)
  ON CONFLICT (tenant_id, dedupe_key) DO NOTHING;
  RETURN (SELECT jsonb_build_object('id', o.id) FROM outbox o WHERE o.tenant_id = t AND o.dedupe_key = v_key);
END $$;
