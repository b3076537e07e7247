/** Every query about automations has `flowsKey` at its head. */
export const flowsKey = (tenantId: string) => [tenantId, 'flows'] as const;

export const flowKeys = {
  list: (tenantId: string) => [...flowsKey(tenantId), 'list'] as const,
  one: (tenantId: string, id: string) => [...flowsKey(tenantId), 'one', id] as const,
  templates: (tenantId: string, language: string) => [...flowsKey(tenantId), 'templates', language] as const,
  versions: (tenantId: string, id: string) => [...flowsKey(tenantId), 'versions', id] as const,
  version: (tenantId: string, id: string, number: number) =>
    [...flowsKey(tenantId), 'version', id, number] as const,
  runs: (tenantId: string) => [...flowsKey(tenantId), 'runs'] as const,
  runsOf: (tenantId: string, id: string, filter: object) => [...flowKeys.runs(tenantId), id, filter] as const,
  allRuns: (tenantId: string, filter: object) => [...flowKeys.runs(tenantId), 'all', filter] as const,
  run: (tenantId: string, runId: string) => [...flowsKey(tenantId), 'run', runId] as const,
  fleet: (tenantId: string, id: string) => [...flowKeys.runs(tenantId), 'fleet', id] as const,
  failures: (tenantId: string, id: string) => [...flowKeys.runs(tenantId), 'failures', id] as const,
};
