import type { FlowDocument } from '../../../../../domain/flow/document';
import type { TrialTalk } from '../../../../../domain/flow/simulate/play-script';
import type { TrialQuestion } from '../../../../../domain/flow/simulate/work-out';
import { call } from '../../../lib/api/call';
import { api } from '../../../lib/api/client';
import { runCounts, stepStatus } from '../lib/answers';
import type {
  AllRunsFilter,
  AnsweredRow,
  FileFormat,
  FlowDetail,
  FlowRow,
  InFlight,
  RunDetail,
  RunFilter,
  Template,
} from './shapes';

const ONE = '/api/v1/automations/{id}';
const PAGE = 100;
/** More automations than this are found by their names. */
const MOST_PAGES = 5;
const RUNS_PAGE = 30;

/** What one block of a trial asks the model. */
type TrialQuestionBody = Omit<TrialQuestion, 'talk'> & TrialTalk;

const at = (id: string) => ({ params: { path: { id } } });

/** What of a query was said. */
function given<T extends object>(query: T) {
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The API's documents have the core's outline; what is inside of settings the core reads itself. */
const documentOf = (answered: unknown) => answered as FlowDocument;

export const flowRequests = {
  async list(signal: AbortSignal): Promise<FlowRow[]> {
    const rows: AnsweredRow[] = [];
    let cursor: string | null | undefined;
    for (let page = 0; page < MOST_PAGES && cursor !== null; page += 1) {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const answer = await call(api.GET('/api/v1/automations', { params: { query }, signal }));
      rows.push(...answer.items);
      cursor = answer.nextCursor;
    }
    return rows.map((row) => ({ ...row, runs: runCounts(row.runs) }));
  },
  async one(id: string, signal: AbortSignal): Promise<FlowDetail> {
    const flow = await call(api.GET(ONE, { ...at(id), signal }));
    return { ...flow, draft: documentOf(flow.draft) };
  },
  create: (body: { name: string; templateId?: string }) =>
    call(api.POST('/api/v1/automations', { body: { description: '', ...body } })),
  rename: (id: string, name: string) => call(api.PUT(ONE, { ...at(id), body: { name } })),
  duplicate: (id: string, name: string) =>
    call(api.POST('/api/v1/automations/{id}/duplicate', { ...at(id), body: { name } })),
  pause: (id: string) => call(api.POST('/api/v1/automations/{id}/pause', at(id))),
  resume: (id: string) => call(api.POST('/api/v1/automations/{id}/resume', at(id))),
  remove: (id: string, force: boolean) =>
    call(api.DELETE(ONE, { params: { path: { id }, query: { force: String(force) } } })),
  exported: (id: string, version?: number) =>
    call(
      api.GET('/api/v1/automations/{id}/export', {
        params: { path: { id }, query: version === undefined ? {} : { version } },
      }),
    ),
  askForTrial: (id: string, body: TrialQuestionBody) =>
    call(api.POST('/api/v1/automations/{id}/simulate/ask', { ...at(id), body })),
  async templates(signal: AbortSignal): Promise<Template[]> {
    const { items } = await call(api.GET('/api/v1/automations/templates', { signal }));
    return items.map((template) => ({ ...template, document: documentOf(template.document) }));
  },
  bring: (body: { format: FileFormat; document: unknown; dryRun: boolean; name?: string }) =>
    call(api.POST('/api/v1/automations/import', { body })),
  publish: (id: string, body: { name: string; note: string; runs: InFlight }) =>
    call(api.POST('/api/v1/automations/{id}/publish', { ...at(id), body })),
  versions: async (id: string, signal: AbortSignal) =>
    (await call(api.GET('/api/v1/automations/{id}/versions', { ...at(id), signal }))).items,
  async version(id: string, number: number, signal: AbortSignal) {
    const path = { params: { path: { id, number } }, signal };
    const version = await call(api.GET('/api/v1/automations/{id}/versions/{number}', path));
    return { ...version, document: documentOf(version.document) };
  },
  restore: (id: string, number: number) =>
    call(
      api.POST('/api/v1/automations/{id}/versions/{number}/restore', { params: { path: { id, number } } }),
    ),
  runs: (id: string, filter: RunFilter, cursor: string | undefined, signal: AbortSignal) => {
    const query = given({ limit: RUNS_PAGE, ...filter, cursor });
    return call(api.GET('/api/v1/automations/{id}/runs', { params: { path: { id }, query }, signal }));
  },
  allRuns: (filter: AllRunsFilter, cursor: string | undefined, signal: AbortSignal) => {
    const query = given({ limit: RUNS_PAGE, ...filter, cursor });
    return call(api.GET('/api/v1/automations/runs', { params: { query }, signal }));
  },
  async run(runId: string, signal: AbortSignal): Promise<RunDetail> {
    const run = await call(api.GET('/api/v1/automations/runs/{id}', { ...at(runId), signal }));
    return { ...run, trace: run.trace.map((step) => ({ ...step, status: stepStatus(step.status) })) };
  },
  cancel: (runId: string) => call(api.POST('/api/v1/automations/runs/{id}/cancel', at(runId))),
  repeat: (
    runId: string,
    body: { payload?: Record<string, unknown> | undefined; from?: 'start' | 'failure' },
  ) => {
    const { payload, from = 'start' } = body;
    return call(
      api.POST('/api/v1/automations/runs/{id}/retry', {
        ...at(runId),
        body: payload === undefined ? { from } : { from, payload },
      }),
    );
  },
  fleet: async (id: string, signal: AbortSignal) =>
    (await call(api.GET('/api/v1/automations/{id}/fleet', { ...at(id), signal }))).items,
  failures: async (id: string, signal: AbortSignal) =>
    (await call(api.GET('/api/v1/automations/{id}/failures', { ...at(id), signal }))).items,
};
