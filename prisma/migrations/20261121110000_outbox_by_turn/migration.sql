-- Each turn asks for its own balloons first. Without this it reads all that its tenant has ever said.
CREATE INDEX "outbox_tenant_id_turn_id_idx" ON "outbox" ("tenant_id", "turn_id");
