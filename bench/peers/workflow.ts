import type { Stubs } from '../stubs';

export const WORKFLOW_ID = 'prosaPeerEvo0001';
const PATH = 'evo';

/**
 * The job as somebody would draw it in n8n: an Evolution webhook, acknowledged at once; the model is asked; its answer
 * is sent with Evolution. The model's stand-in answers in our turns' shape, so that the answer is taken out of it.
 */
export function workflowFor(stubs: Pick<Stubs, 'openaiUrl' | 'evolutionUrl'>): object {
  const nodes = [
    {
      name: 'Webhook',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      webhookId: 'b6a3d1f0-1111-4a4a-8b8b-000000000001',
      parameters: { httpMethod: 'POST', path: PATH, responseMode: 'onReceived', options: {} },
    },
    post(
      'Model',
      `${stubs.openaiUrl}/chat/completions`,
      `={{ JSON.stringify({ model: 'stub', messages: [
        { role: 'system', content: 'Responda ao cliente.' },
        { role: 'user', content: $json.body.data.message.conversation }] }) }}`,
    ),
    post(
      'Evolution',
      `=${stubs.evolutionUrl}/message/sendText/{{ $('Webhook').item.json.body.instance }}`,
      `={{ JSON.stringify({
        number: $('Webhook').item.json.body.data.key.remoteJid.split('@')[0],
        text: JSON.parse($json.choices[0].message.content).answer }) }}`,
    ),
  ];
  return {
    id: WORKFLOW_ID,
    name: 'Peer',
    active: false,
    settings: { executionOrder: 'v1' },
    nodes: nodes.map((node, index) => ({ ...node, id: `node-${String(index)}`, position: [index * 200, 0] })),
    connections: { Webhook: to('Model'), Model: to('Evolution') },
  };
}

export function webhookUrl(port: number): string {
  return `http://127.0.0.1:${String(port)}/webhook/${PATH}`;
}

function post(name: string, url: string, jsonBody: string) {
  return {
    name,
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    parameters: { method: 'POST', url, sendBody: true, specifyBody: 'json', jsonBody, options: {} },
  };
}

function to(node: string) {
  return { main: [[{ node, type: 'main', index: 0 }]] };
}
