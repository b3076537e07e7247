import type { FlowRow, FlowStatus } from '../api/shapes';
import { findFlows } from './find-flows';

const row = (name: string, status: FlowStatus = 'active'): FlowRow => ({
  id: name,
  name,
  description: '',
  status,
  pausedBy: null,
  published: 1,
  publishedAt: null,
  revision: 1,
  updatedAt: '2026-11-20T10:00:00.000Z',
  triggers: [],
  runs: { ok: 0, failed: 0, waiting: 0 },
});
const flows = [
  row('Confirmação de consulta'),
  row('Pós-venda', 'paused'),
  row('Confirmar pagamento', 'draft'),
];

describe('findFlows', () => {
  it.each([
    ['', undefined, ['Confirmação de consulta', 'Pós-venda', 'Confirmar pagamento']],
    ['confirmacao', undefined, ['Confirmação de consulta']],
    ['CONSULTA conf', undefined, ['Confirmação de consulta']],
    ['pos venda', undefined, ['Pós-venda']],
    ['', 'draft', ['Confirmar pagamento']],
    ['consulta', 'paused', []],
  ] as const)('%j %s', (words, status, names) => {
    expect(findFlows(flows, words, status).map(({ name }) => name)).toEqual(names);
  });
});
