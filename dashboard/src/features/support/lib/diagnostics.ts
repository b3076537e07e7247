import type { LastError } from '../../../lib/api/last-error';

/** What support asks first. Nothing here is secret, and nothing is about customers. */
export interface DiagnosticFacts {
  at: string;
  version: string | undefined;
  tenantId: string;
  role: string;
  page: string;
  language: string;
  timeZone: string;
  browser: string;
  screen: string;
  live: string;
  numbers: string[] | undefined;
  knowledge: string | undefined;
  lastError: LastError | undefined;
}

/** One fact a line, in English whatever the interface speaks: it is read by who helps. */
export function diagnosticText(facts: DiagnosticFacts): string {
  const { lastError } = facts;
  const lines: [string, string | undefined][] = [
    ['time', facts.at],
    ['version', facts.version],
    ['tenant', facts.tenantId],
    ['role', facts.role],
    ['page', facts.page],
    ['language', facts.language],
    ['time zone', facts.timeZone],
    ['browser', facts.browser],
    ['screen', facts.screen],
    ['live', facts.live],
    ['numbers', facts.numbers?.join(', ') || (facts.numbers === undefined ? undefined : 'none')],
    ['knowledge', facts.knowledge],
    [
      'last error',
      lastError === undefined
        ? 'none'
        : `${lastError.status} ${lastError.code} at ${lastError.at}, request ${lastError.requestId}`,
    ],
  ];
  return lines.map(([name, value]) => `${name}: ${value ?? 'unknown'}`).join('\n');
}
