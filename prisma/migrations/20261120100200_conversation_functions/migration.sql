-- The path of every message, one round trip a step. Each function first becomes prosa_app for its tenant,
-- so row-level security holds inside it; the setting ends with the statement's transaction.
-- Called only from services/conversation. Ids come from the caller (UUIDv7).

CREATE FUNCTION act_as_tenant(t uuid) RETURNS void LANGUAGE sql AS
  $$ SELECT set_config('role', 'prosa_app', true), set_config('app.tenant', t::text, true) $$;

-- The customer's conversation on a channel, locked; made with its contact at the first message.
-- m: {channelId, address, name, identities: [{id, kind, value}], contactId, conversationId} (the last two: ids to use if new)
CREATE FUNCTION lock_conversation_of(t uuid, m jsonb) RETURNS conversations LANGUAGE plpgsql AS $$
DECLARE
  v_contact uuid;
  v_known int;
  v_conversation conversations;
BEGIN
  SELECT count(*) INTO v_known FROM contact_identities i, jsonb_to_recordset(m->'identities') AS x(kind text, value text)
   WHERE i.tenant_id = t AND i.kind = x.kind AND i.value = x.value;
  IF v_known < jsonb_array_length(m->'identities') THEN
    -- Two first messages of one person at once: the second waits here and finds what the first made.
    PERFORM pg_advisory_xact_lock(hashtextextended(t::text || (m->'identities'->0->>'value'), 0));
  END IF;

  SELECT i.contact_id INTO v_contact
    FROM contact_identities i, jsonb_to_recordset(m->'identities') AS x(kind text, value text)
   WHERE i.tenant_id = t AND i.kind = x.kind AND i.value = x.value
   ORDER BY i.created_at, i.id LIMIT 1;

  IF v_contact IS NULL THEN
    v_contact := (m->>'contactId')::uuid;
    INSERT INTO contacts (id, tenant_id, name, updated_at) VALUES (v_contact, t, m->>'name', now());
  END IF;
  IF v_known < jsonb_array_length(m->'identities') THEN
    INSERT INTO contact_identities (id, tenant_id, contact_id, kind, value)
    SELECT x.id, t, v_contact, x.kind, x.value FROM jsonb_to_recordset(m->'identities') AS x(id uuid, kind text, value text)
    ON CONFLICT (tenant_id, kind, value) DO NOTHING;
    UPDATE contacts SET name = m->>'name', updated_at = now()
     WHERE tenant_id = t AND id = v_contact AND name IS NULL AND m->>'name' IS NOT NULL;
  END IF;

  SELECT * INTO v_conversation FROM conversations c
   WHERE c.tenant_id = t AND c.channel_id = (m->>'channelId')::uuid AND c.contact_id = v_contact FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO conversations (id, tenant_id, channel_id, contact_id, address)
    VALUES ((m->>'conversationId')::uuid, t, (m->>'channelId')::uuid, v_contact, m->>'address')
    ON CONFLICT (tenant_id, channel_id, contact_id) DO NOTHING;
    SELECT * INTO v_conversation FROM conversations c
     WHERE c.tenant_id = t AND c.channel_id = (m->>'channelId')::uuid AND c.contact_id = v_contact FOR UPDATE;
  END IF;
  RETURN v_conversation;
END $$;

-- How long things take for this tenant, as the workflow wants it.
CREATE FUNCTION conversation_timing(t uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('debounceMs', b.debounce_ms, 'debounceMaxMs', b.debounce_max_ms,
                            'humanReturnMs', b.human_return_ms, 'idleCloseMs', b.idle_close_ms)
    FROM bot_configs b WHERE b.tenant_id = t
$$;

-- Stores a customer's message once. Returns where it stands, fresh or not.
CREATE FUNCTION ingest_message(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_message messages;
  v_fresh boolean := true;
BEGIN
  PERFORM act_as_tenant(t);
  v_conversation := lock_conversation_of(t, m);

  INSERT INTO messages (id, tenant_id, conversation_id, channel_id, seq, author, kind, text, payload, status,
                        provider_message_id, correlation_id, sent_at)
  VALUES ((m->>'messageId')::uuid, t, v_conversation.id, v_conversation.channel_id, v_conversation.seq + 1, 'customer',
          m->>'kind', m->>'text', m->'payload', 'received', m->>'providerMessageId', m->>'correlationId',
          (m->>'sentAt')::timestamptz)
  ON CONFLICT (channel_id, provider_message_id) DO NOTHING
  RETURNING * INTO v_message;

  IF v_message.id IS NULL THEN
    v_fresh := false;
    SELECT * INTO v_message FROM messages x
     WHERE x.tenant_id = t AND x.channel_id = v_conversation.channel_id AND x.provider_message_id = m->>'providerMessageId';
    IF v_message.author <> 'customer' THEN RETURN NULL; END IF;
  ELSE
    UPDATE conversations SET seq = v_message.seq, inbound_seq = v_message.seq, address = m->>'address',
           unread = unread + 1, last_message_at = now(), resolved_at = NULL
     WHERE tenant_id = t AND id = v_conversation.id;
  END IF;

  RETURN jsonb_build_object('conversationId', v_message.conversation_id, 'messageId', v_message.id,
    'seq', v_message.seq, 'fresh', v_fresh, 'accepted', v_message.accepted_at IS NOT NULL, 'state', v_conversation.state, 'timing', conversation_timing(t));
END $$;

-- Stores what a person typed on the paired phone, and raises the fence with it.
-- verdict: stored | duplicate | echo (the provider tells us of our own send) | undecided (one of our own sends is
-- not settled yet, so this may be its echo: ask again)
CREATE FUNCTION record_phone_reply(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_known messages;
BEGIN
  PERFORM act_as_tenant(t);
  v_conversation := lock_conversation_of(t, m);

  SELECT * INTO v_known FROM messages x
   WHERE x.tenant_id = t AND x.channel_id = v_conversation.channel_id AND x.provider_message_id = m->>'providerMessageId';
  IF FOUND THEN
    RETURN jsonb_build_object(
      'verdict', CASE WHEN v_known.author = 'human' AND v_known.user_id IS NULL THEN 'duplicate' ELSE 'echo' END,
      'conversationId', v_known.conversation_id, 'messageId', v_known.id, 'seq', v_known.seq,
      'uptoSeq', v_conversation.inbound_seq, 'timing', conversation_timing(t));
  END IF;
  IF EXISTS (SELECT FROM outbox o WHERE o.tenant_id = t AND o.conversation_id = v_conversation.id
                AND o.status IN ('sending', 'uncertain')) THEN
    RETURN jsonb_build_object('verdict', 'undecided');
  END IF;

  INSERT INTO messages (id, tenant_id, conversation_id, channel_id, seq, author, kind, text, payload, status,
                        provider_message_id, correlation_id, sent_at)
  VALUES ((m->>'messageId')::uuid, t, v_conversation.id, v_conversation.channel_id, v_conversation.seq + 1, 'human',
          m->>'kind', m->>'text', m->'payload', 'sent', m->>'providerMessageId', m->>'correlationId',
          (m->>'sentAt')::timestamptz);
  UPDATE conversations SET seq = seq + 1, fence = fence + 1, state = 'HUMANO_RESPONDEU', answered_seq = inbound_seq,
         state_since = CASE WHEN state = 'HUMANO_RESPONDEU' THEN state_since ELSE now() END,
         human_deadline = now() + (conversation_timing(t)->>'humanReturnMs')::int * interval '1 millisecond',
         assigned_user_id = NULL, unread = 0, last_message_at = now(), resolved_at = NULL
   WHERE tenant_id = t AND id = v_conversation.id;

  RETURN jsonb_build_object('verdict', 'stored', 'conversationId', v_conversation.id, 'messageId', m->>'messageId',
    'seq', v_conversation.seq + 1, 'uptoSeq', v_conversation.inbound_seq, 'timing', conversation_timing(t));
END $$;

-- All an AI turn needs to know, and what an earlier attempt of the same turn already stored.
CREATE FUNCTION load_turn(t uuid, c uuid, turn uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM act_as_tenant(t);
  RETURN (
    SELECT jsonb_build_object(
      'state', v.state, 'fence', v.fence, 'uptoSeq', v.inbound_seq, 'answeredSeq', v.answered_seq,
      'address', v.address, 'contactName', k.name,
      'tenant', jsonb_build_object('name', n.name, 'status', n.status, 'billingStatus', n.billing_status, 'timeZone', n.time_zone),
      'config', jsonb_build_object('tone', b.tone, 'greeting', b.greeting, 'fallback', b.fallback, 'waiting', b.waiting,
                                   'confidenceThreshold', b.confidence_threshold),
      'channel', jsonb_build_object('id', h.id, 'instanceName', h.instance_name, 'token', h.token),
      'hasKnowledge', EXISTS (SELECT FROM documents d JOIN document_revisions r ON r.id = d.current_revision_id
                               WHERE d.tenant_id = t AND r.chunk_count > 0),
      'firstAnswer', NOT EXISTS (SELECT FROM messages f WHERE f.tenant_id = t AND f.conversation_id = c AND f.author IN ('ai', 'human')),
      'timeline', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', l.seq, 'author', l.author, 'kind', l.kind, 'text', l.text) ORDER BY l.seq), '[]')
                     FROM (SELECT m.seq, m.author, m.kind, m.text FROM messages m
                            WHERE m.tenant_id = t AND m.conversation_id = c AND m.deleted_at IS NULL
                            ORDER BY m.seq DESC LIMIT greatest(10, least(30, v.inbound_seq - v.answered_seq))) l),
      'decided', (SELECT jsonb_build_object('decision', u.decision, 'reason', u.reason, 'uptoSeq', u.upto_seq, 'fence', u.fence)
                    FROM turns u WHERE u.tenant_id = t AND u.id = turn),
      'balloons', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id) ORDER BY o.position), '[]')
                     FROM outbox o WHERE o.tenant_id = t AND o.turn_id = turn AND o.kind = 'answer'))
      FROM conversations v
      JOIN contacts k ON k.tenant_id = t AND k.id = v.contact_id
      JOIN channels h ON h.tenant_id = t AND h.id = v.channel_id
      JOIN tenants n ON n.id = t
      JOIN bot_configs b ON b.tenant_id = t
     WHERE v.tenant_id = t AND v.id = c);
END $$;

-- Puts a balloon into the timeline as being sent.
CREATE FUNCTION place_in_timeline(t uuid, v_conversation conversations, message_id uuid, author text, body text, turn uuid, correlation text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conversations SET seq = seq + 1, last_message_at = now() WHERE tenant_id = t AND id = v_conversation.id;
  INSERT INTO messages (id, tenant_id, conversation_id, channel_id, seq, author, kind, text, status, turn_id, correlation_id, sent_at, accepted_at)
  SELECT message_id, t, c.id, c.channel_id, c.seq, author, 'text', body, 'sending', turn, correlation, now(), now()
    FROM conversations c WHERE c.tenant_id = t AND c.id = v_conversation.id;
END $$;

-- Stores a turn with its balloons and claims the first one, unless the conversation moved on meanwhile:
-- verdict claimed | fenced (a person has it) | stale (the customer wrote more). A turn that lost keeps its trace.
-- s: {turnId, conversationId, fence, uptoSeq, decision, reason, confidence, trace, promptTokens, completionTokens,
--     correlationId, balloons: [{id, messageId, body}]}
CREATE FUNCTION store_turn(t uuid, s jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_verdict text;
  v_turn uuid := (s->>'turnId')::uuid;
BEGIN
  PERFORM act_as_tenant(t);
  SELECT * INTO v_conversation FROM conversations c
   WHERE c.tenant_id = t AND c.id = (s->>'conversationId')::uuid FOR UPDATE;
  v_verdict := CASE
    WHEN v_conversation.state <> 'IA_ATIVA' OR v_conversation.fence <> (s->>'fence')::int THEN 'fenced'
    WHEN v_conversation.inbound_seq > (s->>'uptoSeq')::bigint THEN 'stale'
    ELSE 'claimed' END;

  INSERT INTO turns (id, tenant_id, conversation_id, fence, upto_seq, decision, reason, confidence, trace,
                     prompt_tokens, completion_tokens, correlation_id)
  VALUES (v_turn, t, v_conversation.id, (s->>'fence')::int, (s->>'uptoSeq')::bigint,
          CASE v_verdict WHEN 'claimed' THEN s->>'decision' ELSE v_verdict END, s->>'reason',
          (s->>'confidence')::real, s->'trace', (s->>'promptTokens')::int, (s->>'completionTokens')::int, s->>'correlationId');

  IF v_verdict = 'claimed' THEN
    UPDATE conversations SET answered_seq = (s->>'uptoSeq')::bigint WHERE tenant_id = t AND id = v_conversation.id;
    INSERT INTO outbox (id, tenant_id, conversation_id, kind, turn_id, position, dedupe_key, body, status, fence, message_id, claimed_at)
    SELECT (b.x->>'id')::uuid, t, v_conversation.id, 'answer', v_turn, b.n - 1, v_turn || ':' || (b.n - 1), b.x->>'body',
           CASE b.n WHEN 1 THEN 'sending' ELSE 'pending' END, v_conversation.fence, (b.x->>'messageId')::uuid,
           CASE b.n WHEN 1 THEN now() END
      FROM jsonb_array_elements(s->'balloons') WITH ORDINALITY AS b(x, n);
    IF jsonb_array_length(s->'balloons') > 0 THEN
      PERFORM place_in_timeline(t, v_conversation, (s->'balloons'->0->>'messageId')::uuid, 'ai', s->'balloons'->0->>'body',
                                v_turn, s->>'correlationId');
    END IF;
  END IF;
  RETURN jsonb_build_object('verdict', v_verdict, 'state', v_conversation.state);
END $$;

-- Claims a stored balloon for sending.
-- status: claimed | uncertain (an earlier attempt may have sent it: read back first) | sent | failed | dropped
-- again: the caller has read back and knows that an uncertain balloon was not sent.
CREATE FUNCTION claim_balloon(t uuid, b uuid, again boolean, correlation text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_balloon outbox;
  v_status text;
BEGIN
  PERFORM act_as_tenant(t);
  -- The conversation's row first, as everywhere: one order of locks.
  SELECT c.* INTO v_conversation FROM conversations c
   WHERE c.tenant_id = t AND c.id = (SELECT o.conversation_id FROM outbox o WHERE o.tenant_id = t AND o.id = b) FOR UPDATE;
  SELECT * INTO v_balloon FROM outbox o WHERE o.tenant_id = t AND o.id = b FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;

  v_status := CASE
    WHEN v_balloon.status IN ('sent', 'failed', 'dropped') THEN v_balloon.status
    WHEN v_balloon.status IN ('sending', 'uncertain') AND NOT again THEN 'uncertain'
    WHEN v_balloon.fence IS NOT NULL AND v_balloon.fence <> v_conversation.fence THEN 'dropped'
    ELSE 'claimed' END;

  IF v_status = 'claimed' THEN
    UPDATE outbox SET status = 'sending', claimed_at = now() WHERE tenant_id = t AND id = b;
    IF EXISTS (SELECT FROM messages m WHERE m.tenant_id = t AND m.id = v_balloon.message_id) THEN
      UPDATE messages SET status = 'sending' WHERE tenant_id = t AND id = v_balloon.message_id;
    ELSE
      PERFORM place_in_timeline(t, v_conversation, v_balloon.message_id, 'ai', v_balloon.body, v_balloon.turn_id, correlation);
    END IF;
  ELSIF v_status <> v_balloon.status THEN
    UPDATE outbox SET status = v_status, settled_at = CASE v_status WHEN 'dropped' THEN now() END WHERE tenant_id = t AND id = b;
    UPDATE messages SET status = CASE v_status WHEN 'dropped' THEN 'failed' ELSE v_status END
     WHERE tenant_id = t AND id = v_balloon.message_id;
  END IF;

  RETURN (SELECT jsonb_build_object('status', v_status, 'body', v_balloon.body, 'kind', v_balloon.kind,
                   'messageId', v_balloon.message_id, 'conversationId', v_conversation.id,
                   'claimedAt', v_balloon.claimed_at, 'address', v_conversation.address,
                   'channel', jsonb_build_object('id', h.id, 'instanceName', h.instance_name, 'token', h.token))
            FROM channels h WHERE h.tenant_id = t AND h.id = v_conversation.channel_id);
END $$;

-- Writes down how a claimed send ended: sent (with the provider's id), uncertain or failed.
CREATE FUNCTION settle_balloon(t uuid, b uuid, outcome text, provider_id text, problem text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_message uuid;
BEGIN
  PERFORM act_as_tenant(t);
  UPDATE outbox SET status = outcome, provider_message_id = coalesce(provider_id, provider_message_id), error = problem,
         settled_at = CASE outcome WHEN 'uncertain' THEN NULL ELSE now() END
   WHERE tenant_id = t AND id = b RETURNING message_id INTO v_message;
  UPDATE messages m SET status = outcome,
         -- An echo stored as a message of its own keeps the id; one id stands for one message.
         provider_message_id = CASE WHEN EXISTS (SELECT FROM messages e WHERE e.channel_id = m.channel_id
                                                    AND e.provider_message_id = provider_id AND e.id <> m.id)
                                    THEN m.provider_message_id ELSE coalesce(provider_id, m.provider_message_id) END
   WHERE m.tenant_id = t AND m.id = v_message AND m.status IN ('pending', 'sending', 'uncertain', 'failed');
END $$;

-- Applies the provider's ticks to one of our messages, upwards only.
-- {known: is there such a message yet, changed: {messageId, conversationId} or null}
CREATE FUNCTION apply_receipt(t uuid, channel uuid, provider_id text, receipt text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  ladder text[] := ARRAY['sent', 'delivered', 'read', 'played'];
  v_changed jsonb;
BEGIN
  PERFORM act_as_tenant(t);
  UPDATE messages SET status = receipt
   WHERE tenant_id = t AND channel_id = channel AND provider_message_id = provider_id AND author <> 'customer'
     AND CASE WHEN receipt = 'failed' THEN status = 'sent'
              ELSE coalesce(array_position(ladder, receipt), 0) > coalesce(array_position(ladder, status), 0) END
  RETURNING jsonb_build_object('messageId', id, 'conversationId', conversation_id) INTO v_changed;
  RETURN jsonb_build_object('changed', v_changed, 'known', v_changed IS NOT NULL OR EXISTS (
    SELECT FROM messages WHERE tenant_id = t AND channel_id = channel AND provider_message_id = provider_id));
END $$;
