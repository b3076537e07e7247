import { sha256 } from './sha256';

/** One event begins a flow once: the same event has the same run, whoever tells of it and how often. A UUID. */
export function flowRunId(tenantId: string, flowId: string, eventKey: string): string {
  const hash = sha256(`${tenantId}|${flowId}|${eventKey}`);
  // RFC 9562 §5.8: version 8 is what the application makes of it.
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
