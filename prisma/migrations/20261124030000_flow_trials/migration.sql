-- What a model has used in a trial of a drawing is on the account too: there is no run of it.
ALTER TABLE "flow_calls" ALTER COLUMN "run_id" DROP NOT NULL;
ALTER TABLE "flow_calls" ADD COLUMN "flow_id" UUID;
ALTER TABLE "flow_calls" ADD CONSTRAINT "flow_calls_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "flow_calls_flow_id_idx" ON "flow_calls"("flow_id");
