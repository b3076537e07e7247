import { parseLastError } from '../../../lib/api/last-error';
import { type DiagnosticFacts, diagnosticText } from './diagnostics';

const facts: DiagnosticFacts = {
  at: '2026-11-20T12:00:00.000Z',
  version: '0.1.0',
  tenantId: 't-1',
  role: 'ORG_ADMIN',
  page: 'https://app.example',
  language: 'pt-BR',
  timeZone: 'America/Sao_Paulo',
  browser: 'Firefox',
  screen: '390×844',
  live: 'live',
  numbers: ['open', 'close'],
  knowledge: 'indexed, 9 passages',
  lastError: { status: 503, code: 'engine_unavailable', at: '2026-11-20T11:59:00.000Z', requestId: 'r-1' },
};

describe('diagnosticText', () => {
  it('has one fact a line', () => {
    expect(diagnosticText(facts).split('\n')).toEqual([
      'time: 2026-11-20T12:00:00.000Z',
      'version: 0.1.0',
      'tenant: t-1',
      'role: ORG_ADMIN',
      'page: https://app.example',
      'language: pt-BR',
      'time zone: America/Sao_Paulo',
      'browser: Firefox',
      'screen: 390×844',
      'live: live',
      'numbers: open, close',
      'knowledge: indexed, 9 passages',
      'last error: 503 engine_unavailable at 2026-11-20T11:59:00.000Z, request r-1',
    ]);
  });

  it('says what could not be told, and what there is not', () => {
    const text = diagnosticText({ ...facts, version: undefined, numbers: [], lastError: undefined });
    expect(text).toContain('version: unknown');
    expect(text).toContain('numbers: none');
    expect(text).toContain('last error: none');
  });
});

describe('parseLastError', () => {
  it('takes back what was stored', () => {
    expect(parseLastError(facts.lastError)).toEqual(facts.lastError);
  });

  it.each([[null], ['text'], [{}], [{ ...facts.lastError, status: '503' }]])('refuses %j', (stored) => {
    expect(parseLastError(stored)).toBeUndefined();
  });
});
