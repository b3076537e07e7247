-- One person, whatever the provider calls them: contacts that turn out to be one are merged, and a merge can be undone.
-- Groups: ignored, but for those a channel allows.

ALTER TABLE "contacts" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "conversations" ADD COLUMN "merged_into_id" UUID,
ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'person';
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "channels" ADD COLUMN "groups" JSONB NOT NULL DEFAULT '{"mode":"off","allowed":[]}';

ALTER TABLE "outbox" ADD COLUMN "cause" JSONB;

CREATE TABLE "contact_merges" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "user_id" UUID,
    "moved" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "contact_merges_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contact_merges_tenant_id_into_id_created_at_idx" ON "contact_merges"("tenant_id", "into_id", "created_at");
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CALL enforce_tenant_isolation('contact_merges');
-- conversations are open to the system role already (20261121020000_clocks); so is the operators' list of what is stuck.

-- The customer's conversation on a channel, locked; made with its contact at the first message.
-- m: {channelId, address, name, identities: [{id, kind, value}], contactId, conversationId} (the last two: ids to use if new)
CREATE OR REPLACE FUNCTION lock_conversation_of(t uuid, m jsonb) RETURNS conversations LANGUAGE plpgsql AS $$
DECLARE
  v_contact uuid;
  v_known int;
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
    IF FOUND THEN RETURN v_conversation; END IF;
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

-- Stores a customer's message once. Returns where it stands, fresh or not.
CREATE OR REPLACE FUNCTION ingest_message(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_message messages;
  v_fresh boolean := true;
  -- In a group, only what is said to us is to be answered; the rest is read along.
  v_for_ai boolean := coalesce((m->>'forAi')::boolean, true);
BEGIN
  PERFORM act_as_tenant(t);
  v_conversation := lock_conversation_of(t, m);

  INSERT INTO messages (id, tenant_id, conversation_id, channel_id, seq, author, kind, text, payload, status,
                        provider_message_id, correlation_id, sent_at, accepted_at)
  VALUES ((m->>'messageId')::uuid, t, v_conversation.id, v_conversation.channel_id, v_conversation.seq + 1, 'customer',
          m->>'kind', m->>'text', m->'payload', 'received', m->>'providerMessageId', m->>'correlationId',
          (m->>'sentAt')::timestamptz, CASE WHEN v_for_ai THEN NULL ELSE now() END)
  ON CONFLICT (channel_id, provider_message_id) DO NOTHING
  RETURNING * INTO v_message;

  IF v_message.id IS NULL THEN
    v_fresh := false;
    SELECT * INTO v_message FROM messages x
     WHERE x.tenant_id = t AND x.channel_id = v_conversation.channel_id AND x.provider_message_id = m->>'providerMessageId';
    IF v_message.author <> 'customer' THEN RETURN NULL; END IF;
  ELSE
    UPDATE conversations SET seq = v_message.seq, address = m->>'address',
           inbound_seq = CASE WHEN v_for_ai OR answered_seq >= inbound_seq THEN v_message.seq ELSE inbound_seq END,
           -- Read along: nothing is owed for it, now or with the next that is said to us.
           answered_seq = CASE WHEN NOT v_for_ai AND answered_seq >= inbound_seq THEN v_message.seq ELSE answered_seq END,
           unread = unread + 1, last_message_at = now(), resolved_at = NULL
     WHERE tenant_id = t AND id = v_conversation.id;
  END IF;

  RETURN jsonb_build_object('conversationId', v_message.conversation_id, 'messageId', v_message.id,
    'seq', v_message.seq, 'fresh', v_fresh, 'accepted', v_message.accepted_at IS NOT NULL, 'state', v_conversation.state, 'timing', conversation_timing(t),
    -- The provider named several contacts of ours as one person: the caller merges them. Null: there is one.
    'contacts', CASE WHEN jsonb_array_length(m->'identities') > 1 THEN
      (SELECT CASE WHEN count(*) > 1 THEN jsonb_agg(k.contact_id ORDER BY k.since, k.contact_id) END
         FROM (SELECT coalesce(c.merged_into_id, c.id) AS contact_id, min(i.created_at) AS since
                 FROM jsonb_to_recordset(m->'identities') AS x(kind text, value text)
                 JOIN contact_identities i ON i.tenant_id = t AND i.kind = x.kind AND i.value = x.value
                 JOIN contacts c ON c.tenant_id = t AND c.id = i.contact_id GROUP BY 1) k) END);
END $$;

-- A line of the timeline as the model reads it: with what was said without words.
CREATE FUNCTION timeline_text(m messages) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws(' ', nullif(m.text, ''),
    CASE WHEN m.payload->>'customerReaction' <> '' THEN '[o cliente reagiu com ' || (m.payload->>'customerReaction') || ']' END,
    CASE WHEN m.payload->>'ownReaction' <> '' THEN '[a equipe reagiu com ' || (m.payload->>'ownReaction') || ']' END)
$$;

-- All an AI turn needs to know, and what an earlier attempt of the same turn already stored.
CREATE OR REPLACE FUNCTION load_turn(t uuid, c uuid, turn uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
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
      'timeline', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', l.seq, 'author', l.author, 'kind', l.kind, 'text', l.text, 'sender', l.sender) ORDER BY l.seq), '[]')
                     FROM (SELECT m.seq, m.author, m.kind, timeline_text(m) AS text, m.payload->'sender'->>'name' AS sender FROM messages m
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

-- As before (20261121010000_turn), and a balloon that a merge moves meanwhile is claimed where it is now.
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
  LOOP
    SELECT c.* INTO v_conversation FROM conversations c
     WHERE c.tenant_id = t AND c.id = (SELECT o.conversation_id FROM outbox o WHERE o.tenant_id = t AND o.id = b) FOR UPDATE;
    SELECT * INTO v_balloon FROM outbox o WHERE o.tenant_id = t AND o.id = b FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    -- Moved to another conversation by a merge while this waited for the lock: its fence is there now.
    EXIT WHEN v_balloon.conversation_id = v_conversation.id;
  END LOOP;

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

-- As before (20261121020000_clocks), and: not in groups; and with its cause.
CREATE OR REPLACE FUNCTION prepare_goodbye(t uuid, c uuid, b jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversations;
  v_last messages;
  v_key text;
  v_known uuid;
BEGIN
  PERFORM act_as_tenant(t);
  SELECT * INTO v_conversation FROM conversations x WHERE x.tenant_id = t AND x.id = c FOR UPDATE;
  IF NOT FOUND OR v_conversation.state <> 'IA_ATIVA' OR v_conversation.kind = 'group' OR v_conversation.resolved_at IS NOT NULL
     OR v_conversation.inbound_seq > v_conversation.answered_seq THEN RETURN NULL; END IF;
  SELECT * INTO v_last FROM messages m
   WHERE m.tenant_id = t AND m.conversation_id = c AND m.kind <> 'event' ORDER BY m.seq DESC LIMIT 1;
  IF NOT FOUND OR v_last.author <> 'ai' THEN RETURN NULL; END IF;
  -- Said already, or tried: these words again, which may not have left.
  SELECT o.id INTO v_known FROM outbox o
   WHERE o.tenant_id = t AND o.conversation_id = c AND o.message_id = v_last.id AND o.dedupe_key LIKE 'goodbye:%';
  IF FOUND THEN RETURN jsonb_build_object('id', v_known); END IF;
  v_key := 'goodbye:' || v_last.id;
  INSERT INTO outbox (id, tenant_id, conversation_id, kind, dedupe_key, body, fence, message_id, cause)
  VALUES ((b->>'id')::uuid, t, c, 'notice', v_key, b->>'body', v_conversation.fence, (b->>'messageId')::uuid, '{"notice":"closing"}')
  ON CONFLICT (tenant_id, dedupe_key) DO NOTHING;
  RETURN (SELECT jsonb_build_object('id', o.id) FROM outbox o WHERE o.tenant_id = t AND o.dedupe_key = v_key);
END $$;
