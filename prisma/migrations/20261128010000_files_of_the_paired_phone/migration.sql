-- What a person of the business sends from the paired phone carries files too. Such a message has no user, and has its
-- provider's id from the beginning; what people send through us is in the outbox and gets its id later.
CREATE OR REPLACE TRIGGER note_media AFTER INSERT ON messages FOR EACH ROW
  WHEN ((NEW.author = 'customer'
         OR (NEW.author = 'human' AND NEW.user_id IS NULL AND NEW.provider_message_id IS NOT NULL))
        AND NEW.kind IN ('audio', 'image', 'video', 'document'))
  EXECUTE FUNCTION note_media();

-- The sweep looks for files that nobody has taken in.
CREATE INDEX "media_unsettled_idx" ON "media"("created_at") WHERE "settled_at" IS NULL;
