-- As before (20261121050000_identities), and everything that is open is among what the model sees: notices and events that
-- came after the customer's last words took the places of the first of them, so that it was never answered.
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
                            ORDER BY m.seq DESC LIMIT greatest(10, least(100, v.seq - v.answered_seq))) l),
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
