-- Who gives a contact a whole set of tags or fields says which revision it was made from. Every writer raises it (people, the
-- API, automations, forms, merges), which is why the database does.
ALTER TABLE "contacts" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;

CREATE FUNCTION raise_contact_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;

CREATE TRIGGER raise_revision BEFORE UPDATE OF fields ON contacts FOR EACH ROW
  WHEN (NEW.fields IS DISTINCT FROM OLD.fields) EXECUTE FUNCTION raise_contact_revision();

-- Whoever writes a contact's tags holds its row already (services/contact/lock-contact.ts).
CREATE FUNCTION raise_revision_of_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contacts SET revision = revision + 1 WHERE id IN (SELECT contact_id FROM changed);
  RETURN NULL;
END $$;

CREATE TRIGGER raise_revision_by_added AFTER INSERT ON contact_tags REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION raise_revision_of_tagged();
-- Not where the tag itself is removed, or the contact: nobody can give a contact back a tag that is no more, and the rows of
-- everybody who had it would be locked, in no order.
CREATE TRIGGER raise_revision_by_taken AFTER DELETE ON contact_tags REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION raise_revision_of_tagged();
