-- How fast the AI types, how long a customer who types is waited for, and how much one number may send.
ALTER TABLE "bot_configs"
  ADD COLUMN "typing_characters_per_second" INTEGER NOT NULL DEFAULT 40,
  ADD COLUMN "typing_pause_max_ms" INTEGER NOT NULL DEFAULT 6000,
  ADD COLUMN "customer_typing_max_ms" INTEGER NOT NULL DEFAULT 15000,
  ADD COLUMN "send_per_minute" INTEGER NOT NULL DEFAULT 60,
  ADD COLUMN "send_burst" INTEGER NOT NULL DEFAULT 20;

-- A tenant's share of a busy engine, against others' 1.
ALTER TABLE "tenants" ADD COLUMN "fairness_weight" REAL NOT NULL DEFAULT 1;

-- When the balloon's place among its number's sends comes; null until it has one.
ALTER TABLE "outbox" ADD COLUMN "due_at" TIMESTAMPTZ(3);

-- One narrow row a number, written with every send: apart from channels, so that nothing else waits for it.
CREATE TABLE "send_paces" (
    "channel_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "send_paces_pkey" PRIMARY KEY ("channel_id")
) WITH (fillfactor = 50);

ALTER TABLE "send_paces" ADD CONSTRAINT "send_paces_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "send_paces" ADD CONSTRAINT "send_paces_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('send_paces');

-- Takes the next place among a number's sends: at once while its burst lasts, then one every minute/rate.
-- Returns when it is, which may be past. The row stays locked until the transaction ends, so it is taken last.
CREATE FUNCTION take_send_place(t uuid, channel uuid) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  v_rate int;
  v_burst int;
  v_gap interval;
  v_free timestamptz;
BEGIN
  SELECT b.send_per_minute, b.send_burst INTO v_rate, v_burst FROM bot_configs b WHERE b.tenant_id = t;
  IF coalesce(v_rate, 0) = 0 THEN RETURN clock_timestamp(); END IF;
  v_gap := interval '1 minute' / v_rate;
  INSERT INTO send_paces AS p (channel_id, tenant_id, free_at) VALUES (channel, t, clock_timestamp() + v_gap)
  ON CONFLICT (channel_id) DO UPDATE SET free_at = greatest(p.free_at, clock_timestamp()) + v_gap
  RETURNING p.free_at INTO v_free;
  RETURN v_free - v_gap * v_burst;
END $$;

-- Milliseconds until then; 0 when it has passed, or so nearly that waiting costs more.
CREATE FUNCTION ms_until(moment timestamptz) RETURNS int LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN left_ms < 25 THEN 0 ELSE left_ms END
    FROM (SELECT ceil(extract(epoch FROM moment - clock_timestamp()) * 1000)::int AS left_ms) AS wait
$$;

CREATE OR REPLACE FUNCTION conversation_timing(t uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('debounceMs', b.debounce_ms, 'debounceMaxMs', b.debounce_max_ms,
                            'humanReturnMs', b.human_return_ms, 'idleCloseMs', b.idle_close_ms,
                            'pace', jsonb_build_object('charactersPerSecond', b.typing_characters_per_second,
                                                       'pauseMaxMs', b.typing_pause_max_ms,
                                                       'customerTypingMaxMs', b.customer_typing_max_ms),
                            'fairnessWeight', n.fairness_weight)
    FROM bot_configs b JOIN tenants n ON n.id = b.tenant_id WHERE b.tenant_id = t
$$;

-- As before, and: the first balloon may have to wait for its number's place (waitMs > 0: stored, not claimed); a turn
-- that was interrupted is stored for what it cost and says nothing.
-- s: as before, and interrupted: the decision to write when neither a person nor a newer message explains it
CREATE OR REPLACE FUNCTION store_turn(t uuid, s jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_verdict text;
  v_turn uuid := (s->>'turnId')::uuid;
  v_due timestamptz;
  v_wait int := 0;
BEGIN
  PERFORM act_as_tenant(t);
  SELECT * INTO v_conversation FROM conversations c
   WHERE c.tenant_id = t AND c.id = (s->>'conversationId')::uuid FOR UPDATE;
  v_verdict := CASE
    WHEN v_conversation.state <> 'IA_ATIVA' OR v_conversation.fence <> (s->>'fence')::int THEN 'fenced'
    WHEN v_conversation.inbound_seq > (s->>'uptoSeq')::bigint THEN 'stale'
    ELSE coalesce(s->>'interrupted', 'claimed') END;

  INSERT INTO turns (id, tenant_id, conversation_id, fence, upto_seq, decision, reason, confidence, trace,
                     prompt_tokens, completion_tokens, correlation_id)
  VALUES (v_turn, t, v_conversation.id, (s->>'fence')::int, (s->>'uptoSeq')::bigint,
          CASE v_verdict WHEN 'claimed' THEN s->>'decision' ELSE v_verdict END, s->>'reason',
          (s->>'confidence')::real, s->'trace', (s->>'promptTokens')::int, (s->>'completionTokens')::int, s->>'correlationId');

  IF v_verdict = 'claimed' THEN
    IF jsonb_array_length(s->'balloons') > 0 THEN
      v_due := take_send_place(t, v_conversation.channel_id);
      v_wait := ms_until(v_due);
    END IF;
    -- A turn whose first balloon waits has answered nothing yet: claim_balloon says when.
    IF v_wait = 0 THEN
      UPDATE conversations SET answered_seq = (s->>'uptoSeq')::bigint WHERE tenant_id = t AND id = v_conversation.id;
    END IF;
    INSERT INTO outbox (id, tenant_id, conversation_id, kind, turn_id, position, dedupe_key, body, status, fence, message_id, claimed_at, due_at)
    SELECT (b.x->>'id')::uuid, t, v_conversation.id, 'answer', v_turn, b.n - 1, v_turn || ':' || (b.n - 1), b.x->>'body',
           CASE WHEN b.n = 1 AND v_wait = 0 THEN 'sending' ELSE 'pending' END, v_conversation.fence, (b.x->>'messageId')::uuid,
           CASE WHEN b.n = 1 AND v_wait = 0 THEN now() END, CASE b.n WHEN 1 THEN v_due END
      FROM jsonb_array_elements(s->'balloons') WITH ORDINALITY AS b(x, n);
    IF v_wait = 0 AND jsonb_array_length(s->'balloons') > 0 THEN
      PERFORM place_in_timeline(t, v_conversation, (s->'balloons'->0->>'messageId')::uuid, 'ai', s->'balloons'->0->>'body',
                                v_turn, s->>'correlationId');
    END IF;
  END IF;
  RETURN jsonb_build_object('verdict', v_verdict, 'state', v_conversation.state, 'waitMs', v_wait);
END $$;

-- As before, and:
-- status waiting: its number may send it in waitMs; the place is kept. A person's words take a place and never wait.
-- An answer of which nothing was said yet is dropped as a whole when the customer has written more meanwhile.
CREATE OR REPLACE FUNCTION claim_balloon(t uuid, b uuid, again boolean, correlation text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_balloon outbox;
  v_status text;
  v_upto bigint;
  v_opens boolean;
  v_due timestamptz;
  v_wait int := 0;
BEGIN
  PERFORM act_as_tenant(t);
  -- The conversation's row first, as everywhere: one order of locks.
  SELECT c.* INTO v_conversation FROM conversations c
   WHERE c.tenant_id = t AND c.id = (SELECT o.conversation_id FROM outbox o WHERE o.tenant_id = t AND o.id = b) FOR UPDATE;
  SELECT * INTO v_balloon FROM outbox o WHERE o.tenant_id = t AND o.id = b FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;

  v_opens := v_balloon.kind = 'answer' AND v_balloon.position = 0 AND v_balloon.claimed_at IS NULL;
  IF v_opens THEN
    SELECT u.upto_seq INTO v_upto FROM turns u WHERE u.tenant_id = t AND u.id = v_balloon.turn_id;
  END IF;
  v_status := CASE
    WHEN v_balloon.status IN ('sent', 'failed', 'dropped') THEN v_balloon.status
    WHEN v_balloon.status IN ('sending', 'uncertain') AND NOT again THEN 'uncertain'
    WHEN v_balloon.fence IS NOT NULL AND v_balloon.fence <> v_conversation.fence THEN 'dropped'
    WHEN v_opens AND v_conversation.inbound_seq > v_upto THEN 'stale'
    ELSE 'claimed' END;

  -- Nothing of it was said: the turn answered nothing after all.
  IF v_opens AND v_status IN ('stale', 'dropped') AND v_balloon.status = 'pending' THEN
    UPDATE turns SET decision = CASE v_status WHEN 'stale' THEN 'stale' ELSE 'fenced' END
     WHERE tenant_id = t AND id = v_balloon.turn_id;
  END IF;
  IF v_status = 'stale' THEN
    v_status := 'dropped';
    UPDATE outbox SET status = 'dropped', settled_at = now()
     WHERE tenant_id = t AND turn_id = v_balloon.turn_id AND kind = 'answer' AND status = 'pending';
  END IF;
  IF v_status = 'claimed' THEN
    v_due := coalesce(v_balloon.due_at, take_send_place(t, v_conversation.channel_id));
    IF v_balloon.fence IS NOT NULL THEN v_wait := ms_until(v_due); END IF;
    IF v_wait > 0 THEN v_status := 'waiting'; END IF;
  END IF;

  IF v_status = 'claimed' THEN
    UPDATE outbox SET status = 'sending', claimed_at = now(), due_at = v_due WHERE tenant_id = t AND id = b;
    IF v_opens THEN
      UPDATE conversations SET answered_seq = greatest(answered_seq, v_upto) WHERE tenant_id = t AND id = v_conversation.id;
    END IF;
    IF EXISTS (SELECT FROM messages m WHERE m.tenant_id = t AND m.id = v_balloon.message_id) THEN
      UPDATE messages SET status = 'sending' WHERE tenant_id = t AND id = v_balloon.message_id;
    ELSE
      PERFORM place_in_timeline(t, v_conversation, v_balloon.message_id, 'ai', v_balloon.body, v_balloon.turn_id, correlation);
    END IF;
  ELSIF v_status = 'waiting' THEN
    UPDATE outbox SET due_at = v_due WHERE tenant_id = t AND id = b;
  ELSIF v_status <> v_balloon.status THEN
    UPDATE outbox SET status = v_status, settled_at = CASE v_status WHEN 'dropped' THEN now() END WHERE tenant_id = t AND id = b;
    UPDATE messages SET status = CASE v_status WHEN 'dropped' THEN 'failed' ELSE v_status END
     WHERE tenant_id = t AND id = v_balloon.message_id;
  END IF;

  RETURN (SELECT jsonb_build_object('status', v_status, 'body', v_balloon.body, 'kind', v_balloon.kind,
                   'messageId', v_balloon.message_id, 'conversationId', v_conversation.id, 'waitMs', v_wait,
                   'claimedAt', v_balloon.claimed_at, 'address', v_conversation.address,
                   'channel', jsonb_build_object('id', h.id, 'instanceName', h.instance_name, 'token', h.token))
            FROM channels h WHERE h.tenant_id = t AND h.id = v_conversation.channel_id);
END $$;

-- The conversation in which this person waits for an answer of the AI; null when none does, or typing is not waited for.
CREATE FUNCTION find_pending_answer(t uuid, channel uuid, identity_kind text, identity_value text) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM act_as_tenant(t);
  RETURN (
    SELECT jsonb_build_object('conversationId', c.id)
      FROM contact_identities i
      JOIN conversations c ON c.tenant_id = t AND c.channel_id = channel AND c.contact_id = i.contact_id
      JOIN bot_configs b ON b.tenant_id = t
     WHERE i.tenant_id = t AND i.kind = identity_kind AND i.value = identity_value
       AND c.state = 'IA_ATIVA' AND c.inbound_seq > c.answered_seq AND b.customer_typing_max_ms > 0
     LIMIT 1);
END $$;
