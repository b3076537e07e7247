import type { Api } from './api';

/** A key to another system, tags of which one is on a contact, and a form that somebody sent. */
export async function integrations(api: Api, conversationId: string): Promise<void> {
  await api.call('POST', '/credentials', {
    name: 'Agenda da clínica',
    type: 'header',
    hosts: ['api.agenda.example', '*.agenda.example'],
    keyName: 'x-api-key',
    secret: 'segredo-da-agenda-9f31',
  });
  const tag = await api.call<{ id: string }>('POST', '/tags', { name: 'Retorno', color: '#16a34a' });
  await api.call('POST', '/tags', { name: 'Convênio', color: '#9333ea' });
  const { contact } = await api.call<{ contact: { id: string } }>('GET', `/conversations/${conversationId}`);
  await api.call('PUT', `/contacts/${contact.id}/tags`, { tagIds: [tag.id] });
  await api.call('PUT', `/contacts/${contact.id}/fields`, {
    fields: { convenio: 'Saúde Paraná', retorno_em: '2026-12-10' },
  });
  const { url } = await api.call<{ url: string }>('POST', '/forms', {
    name: 'Pedido de orçamento',
    intro: 'Conte o que precisa; respondemos no mesmo dia.',
    fields: [
      { key: 'nome', type: 'text', label: 'Seu nome', required: true, saveAs: 'name' },
      { key: 'telefone', type: 'phone', label: 'WhatsApp', required: true },
      { key: 'exame', type: 'choice', label: 'Qual exame?', choices: ['Sangue', 'Raio-X', 'Ultrassom'] },
      { key: 'aceite', type: 'checkbox', label: 'Aceito receber mensagens.', required: true, consent: true },
    ],
  });
  const sent = { nome: 'Paula Freitas', telefone: '(41) 99788-1234', exame: 'Sangue', aceite: 'sim' };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(sent), redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`the form answered ${answer.status}`);
}
