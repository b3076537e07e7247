import type { Api } from './api';

/** Published, changed since, with runs that wait. */
export async function drawnAutomation(api: Api): Promise<{ automation: string; run: string }> {
  const made = await api.call<{ id: string }>('POST', '/automations', { name: 'Lembrete de retorno' });
  const at = `/automations/${made.id}`;
  const draw = async (days: number) => {
    const { revision } = await api.call<{ revision: number }>('GET', at);
    await api.call('PUT', at, { draft: returnReminder(days), revision });
  };
  await draw(2);
  await api.call('POST', `${at}/publish`, { name: 'A primeira' });
  const { runId } = await api.call<{ runId: string }>('POST', `${at}/runs`, { payload: { origem: 'site' } });
  await api.call('POST', `${at}/runs`, { payload: { origem: 'balcão' } });
  await draw(7);
  return { automation: made.id, run: runId };
}

function returnReminder(days: number) {
  const node = (id: string, kind: string, title: string, x: number, settings: object = {}) => ({
    id,
    kind,
    title,
    position: { x, y: 0 },
    settings,
  });
  return {
    nodes: [
      node('inicio', 'contact_created', 'Contato novo', 0),
      node('espera', 'wait', 'Esperar uns dias', 336, { for: { by: 'duration', seconds: days * 86_400 } }),
      node('fim', 'end', 'Fim', 672),
    ],
    edges: [
      { id: 'a', from: 'inicio', handle: 'out', to: 'espera' },
      { id: 'b', from: 'espera', handle: 'out', to: 'fim' },
    ],
  };
}
