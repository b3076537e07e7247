import type { FlowDocument } from '../../../../../domain/flow/document';
import { call } from '../../../lib/api/call';
import { sessionFetch } from '../../../lib/api/session-fetch';
import type {
  ErrorGroup,
  FileFormat,
  FleetNode,
  FlowDetail,
  FlowRow,
  ImportReport,
  InFlight,
  RunDetail,
  RunFilter,
  RunRow,
  Template,
  Version,
} from './shapes';

const ROOT = '/api/v1/automations';

async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const request = new Request(new URL(ROOT + path, window.location.origin), {
    method,
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return call(
    sessionFetch(request).then(async (response) => {
      const text = await response.text();
      const read: unknown = text === '' ? undefined : JSON.parse(text);
      return response.ok ? { data: read as T, response } : { error: read, response };
    }),
  );
}

type Items<T> = { items: T[] };
type Paged<T> = { items: T[]; nextCursor: string | null };

export const flowRequests = {
  list: async (signal?: AbortSignal) =>
    (await ask<Items<FlowRow>>('GET', '?limit=200', undefined, signal)).items,
  one: (id: string, signal?: AbortSignal) => ask<FlowDetail>('GET', `/${id}`, undefined, signal),
  create: (body: { name: string; templateId?: string }) => ask<{ id: string }>('POST', '', body),
  rename: (id: string, name: string) => ask<unknown>('PATCH', `/${id}`, { name }),
  duplicate: (id: string, name: string) => ask<{ id: string }>('POST', `/${id}/duplicate`, { name }),
  pause: (id: string) => ask<unknown>('POST', `/${id}/pause`),
  resume: (id: string) => ask<unknown>('POST', `/${id}/resume`),
  remove: (id: string) => ask<unknown>('DELETE', `/${id}`),
  exported: (id: string) => ask<FlowDocument>('GET', `/${id}/export`),
  templates: async (signal?: AbortSignal) =>
    (await ask<Items<Template>>('GET', '/templates', undefined, signal)).items,
  bring: (body: { format: FileFormat; document: unknown; dryRun: boolean; name?: string }) =>
    ask<{ report: ImportReport; id?: string }>('POST', '/import', body),
  publish: (id: string, body: { name: string; note: string; inFlight: InFlight }) =>
    ask<{ version: number }>('POST', `/${id}/publish`, body),
  versions: async (id: string, signal?: AbortSignal) =>
    (await ask<Items<Version>>('GET', `/${id}/versions`, undefined, signal)).items,
  version: (id: string, number: number, signal?: AbortSignal) =>
    ask<{ number: number; document: FlowDocument }>('GET', `/${id}/versions/${number}`, undefined, signal),
  restore: (id: string, number: number) => ask<unknown>('POST', `/${id}/versions/${number}/restore`),
  runs: (id: string, filter: RunFilter, cursor: string | undefined, signal?: AbortSignal) => {
    const query = new URLSearchParams({ limit: '30' });
    for (const [key, value] of Object.entries({ ...filter, cursor })) {
      if (value !== undefined) query.set(key, String(value));
    }
    return ask<Paged<RunRow>>('GET', `/${id}/runs?${query.toString()}`, undefined, signal);
  },
  run: (runId: string, signal?: AbortSignal) => ask<RunDetail>('GET', `/runs/${runId}`, undefined, signal),
  cancel: (runId: string) => ask<unknown>('POST', `/runs/${runId}/cancel`),
  repeat: (runId: string, payload: Record<string, unknown> | undefined) =>
    ask<{ runId: string }>('POST', `/runs/${runId}/retry`, payload === undefined ? {} : { payload }),
  fleet: async (id: string, signal?: AbortSignal) =>
    (await ask<Items<FleetNode>>('GET', `/${id}/runs/fleet`, undefined, signal)).items,
  errors: async (id: string, signal?: AbortSignal) =>
    (await ask<Items<ErrorGroup>>('GET', `/${id}/runs/errors`, undefined, signal)).items,
};
