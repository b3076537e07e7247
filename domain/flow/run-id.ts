import { uuidV8 } from '../uuid-v8';

/** One event begins a flow once: the same event has the same run, whoever tells of it and how often. A UUID. */
export function flowRunId(tenantId: string, flowId: string, eventKey: string): string {
  return uuidV8(`${tenantId}|${flowId}|${eventKey}`);
}
