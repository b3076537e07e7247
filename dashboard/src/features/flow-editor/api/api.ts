import type { FlowDocument } from '../../../../../domain/flow/document';
import { get, send } from '../../../lib/api/request';

/** An automation as its editor needs it. */
export interface Automation {
  id: string;
  name: string;
  status: 'draft' | 'active' | 'paused';
  /** A document of domain/flow; stored by older versions, so it is loaded with care. */
  draft: unknown;
  revision: number;
  /** The number of the version that begins runs. */
  published: number | null;
  lock: EditLock | null;
  /** Where other systems call in; none for who only attends. */
  webhooks: { nodeId: string; url: string }[];
}

export interface EditLock {
  userId: string;
  name: string;
  /** ISO 8601. */
  until: string;
}

const path = (id: string, rest = '') => `/api/v1/automations/${encodeURIComponent(id)}${rest}`;

export const automationKey = (tenantId: string, id: string) => [tenantId, 'automation', id] as const;

export function fetchAutomation(id: string, signal?: AbortSignal): Promise<Automation> {
  return get<Automation>(path(id), signal);
}

/** @throws ApiError 409 draft_changed when somebody else saved meanwhile */
export function saveDraft(
  id: string,
  draft: FlowDocument,
  revision: number,
  keepalive = false,
): Promise<{ revision: number }> {
  const { name, description = '' } = draft;
  return send('PUT', path(id), { body: { name, description, draft, revision }, keepalive });
}

export function createAutomation(name: string): Promise<{ id: string }> {
  return send('POST', '/api/v1/automations', { body: { name } });
}

/**
 * Begins editing or goes on with it, for a minute; `force` takes over from another.
 *
 * @throws ApiError 409 flow_locked while another edits
 */
export function takeLock(id: string, force: boolean): Promise<EditLock> {
  return send('POST', path(id, '/lock'), { body: { force } });
}

export function releaseLock(id: string): Promise<void> {
  return send('DELETE', path(id, '/lock'), { keepalive: true });
}

/** What a run was given, and what its blocks gave last, in short; without values for who may not see them. */
export interface LastRun {
  contactName: string | null;
  payload: Record<string, unknown> | null;
  /** By node. */
  blocks: Record<string, unknown>;
}

/** Of the run that was begun last; null where none was. */
export async function fetchLastRun(id: string, signal?: AbortSignal): Promise<LastRun | null> {
  return (await get<{ run: LastRun | null }>(path(id, '/samples'), signal)).run;
}
