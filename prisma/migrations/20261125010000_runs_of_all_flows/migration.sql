-- Runs of all automations, the last begun first; and those about one contact (of which a deletion asks too).
CREATE INDEX "flow_runs_tenant_id_started_at_id_idx" ON "flow_runs"("tenant_id", "started_at" DESC, "id" DESC);
CREATE INDEX "flow_runs_tenant_id_contact_id_started_at_idx" ON "flow_runs"("tenant_id", "contact_id", "started_at" DESC);
