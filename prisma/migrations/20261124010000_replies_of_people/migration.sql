-- What people wrote lately, for the view of who has how much to do. Few messages have a person: the index is small.
CREATE INDEX messages_by_person ON messages (tenant_id, user_id, created_at) WHERE user_id IS NOT NULL;
