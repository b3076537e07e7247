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
