import { get, send } from './request';

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
  /** Whether the draft differs from it, as far as runs notice. */
  changed?: boolean;
  lock?: EditLock | null;
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

/** @throws ApiError 409 when somebody else saved meanwhile */
export function saveDraft(
  id: string,
  draft: unknown,
  revision: number,
  keepalive = false,
): Promise<{ revision: number }> {
  return send('PUT', path(id), { body: { draft, revision }, keepalive });
}

export function createAutomation(name: string): Promise<{ id: string }> {
  return send('POST', '/api/v1/automations', { body: { name } });
}

/** Says that this person edits; `takeOver` also where another does. @throws ApiError 409 when another does */
export function takeLock(id: string, takeOver: boolean): Promise<{ lock: EditLock }> {
  return send('POST', path(id, '/lock'), { body: { takeOver } });
}

export function releaseLock(id: string): Promise<void> {
  return send('DELETE', path(id, '/lock'), { keepalive: true });
}
