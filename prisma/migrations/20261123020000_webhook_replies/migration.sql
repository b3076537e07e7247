-- What a run answers the call that began it: { effect, status, as, body }. The first answer stays.
ALTER TABLE "flow_runs" ADD COLUMN "reply" JSONB;
