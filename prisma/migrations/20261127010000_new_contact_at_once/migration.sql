-- A contact made by a message begins what waits for it at once: whoever stored the message is told of the event in the same
-- answer. Only the first message of a conversation looks, so every other costs what it did.

-- `stored` as it is, with `newContact` {eventKey, contactId, payload} if the conversation's first message made a contact that
-- automations wait for and that nobody has begun them for. Volatile: it has to see what this very statement wrote.
CREATE FUNCTION with_new_contact(t uuid, stored jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_event jsonb;
BEGIN
  IF (stored->>'seq')::bigint IS DISTINCT FROM 1 THEN RETURN stored; END IF;
  SELECT jsonb_build_object('eventKey', e.event_key, 'contactId', e.contact_id, 'payload', e.payload) INTO v_event
    FROM flow_events e
   WHERE e.tenant_id = t AND e.conversation_id = (stored->>'conversationId')::uuid AND e.kind = 'contact_created'
     AND e.handled_at IS NULL;
  RETURN CASE WHEN v_event IS NULL THEN stored ELSE stored || jsonb_build_object('newContact', v_event) END;
END $$;

-- As before (20261121030000_handoff), and with the new contact. A colleague's number is no new one.
CREATE OR REPLACE FUNCTION receive_message(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_stored jsonb;
BEGIN
  PERFORM act_as_tenant(t);
  IF NOT is_internal(t, m) THEN RETURN with_new_contact(t, ingest_message(t, m)); END IF;
  v_stored := ingest_message(t, m);
  UPDATE messages SET accepted_at = coalesce(accepted_at, now())
   WHERE tenant_id = t AND id = (v_stored->>'messageId')::uuid;
  RETURN v_stored || '{"internal": true}';
END $$;

CREATE OR REPLACE FUNCTION receive_phone_reply(t uuid, m jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM act_as_tenant(t);
  IF is_internal(t, m) THEN RETURN '{"verdict": "internal"}'; END IF;
  RETURN with_new_contact(t, record_phone_reply(t, m));
END $$;
