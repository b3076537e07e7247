import { accessibilityProblems } from '../support/browser';
import { type Dashboard, openDashboard } from '../support/dashboard';

let desk: Dashboard;
let product: Dashboard['product'];
let page: Dashboard['page'];
let problems: Dashboard['problems'];
let api: Dashboard['api'];

beforeAll(async () => {
  desk = await openDashboard();
  ({ product, page, problems, api } = desk);
}, 180_000);
afterAll(() => desk.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const idIn = (url: string) => /\/automations\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';

/** A Typebot of two texts, a question and a block that cannot be brought. */
const TYPEBOT = {
  version: '6',
  name: 'Bot da loja',
  events: [{ id: 'e', type: 'start', outgoingEdgeId: 'a' }],
  groups: [
    {
      id: 'g1',
      title: 'Boas-vindas',
      graphCoordinates: { x: 0, y: 0 },
      blocks: [
        { id: 'b1', type: 'text', content: { richText: [{ type: 'p', children: [{ text: 'Olá!' }] }] } },
        { id: 'b2', type: 'text input', options: { variableId: 'v1' } },
        { id: 'b3', type: 'payment input', options: { provider: 'Stripe' } },
      ],
    },
  ],
  edges: [{ id: 'a', from: { eventId: 'e' }, to: { groupId: 'g1' } }],
  variables: [{ id: 'v1', name: 'Nome' }],
};

/** Begins with a new contact and ends at once; without its way the trigger leads nowhere. */
const draft = (wired: boolean) => ({
  nodes: [
    { id: 'inicio', kind: 'contact_created', title: 'Contato novo', settings: {} },
    { id: 'fim', kind: 'end', title: 'Fim', settings: {} },
  ],
  edges: wired ? [{ id: 'w1', from: 'inicio', handle: 'out', to: 'fim' }] : [],
});

describe('automations', () => {
  it('begin from a template', async () => {
    await page.getByRole('link', { name: 'Automações' }).click();
    await button('Nova automação').click();
    await dialog().getByRole('searchbox', { name: 'Buscar modelos' }).fill('clinica consulta');
    const use = dialog().getByRole('button', { name: /^Usar modelo: / });
    await use.first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await use.first().click();
    await page.waitForURL(/\/automations\/[0-9a-f-]{36}/);
    await page.goto(`${product.url}/automations`);
    await page.getByRole('list', { name: 'Automações' }).getByText('Rascunho').first().waitFor();
  });

  it('come from a Typebot file, with a report before anything is made', async () => {
    await page.goto(`${product.url}/automations?create=import`);
    await dialog()
      .getByLabel('Escolher arquivo')
      .last()
      .setInputFiles({
        name: 'bot.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(TYPEBOT)),
      });
    const report = dialog().getByRole('region', { name: 'O que vem do arquivo' });
    await report.getByText('arquivo do Typebot').waitFor();
    await report.getByText('payment input').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const { items } = await api.call<{ items: { name: string }[] }>('GET', '/automations');
    expect(items.map(({ name }) => name)).not.toContain('Bot da loja');
    await dialog().getByRole('button', { name: 'Criar automação' }).click();
    await page.waitForURL(/\/automations\/[0-9a-f-]{36}/);
    await page.goto(`${product.url}/automations`);
    await page.getByRole('link', { name: 'Bot da loja' }).waitFor();
  });

  it('are published once what forbids it is repaired, and their runs appear by themselves', async () => {
    await page.goto(`${product.url}/automations?create=blank`);
    await dialog().getByLabel('Nome', { exact: true }).fill('Contato novo');
    await dialog().getByRole('button', { name: 'Criar automação' }).click();
    await page.waitForURL(/\/automations\/[0-9a-f-]{36}/);
    const id = idIn(page.url());
    const save = async (wired: boolean) => {
      const { revision } = await api.call<{ revision: number }>('GET', `/automations/${id}`);
      await api.call('PUT', `/automations/${id}`, { draft: draft(wired), revision });
    };
    await save(false);

    await page.goto(`${product.url}/automations/${id}/versions`);
    await button('Publicar').click();
    await dialog()
      .getByText(/impedem? a publicação/)
      .waitFor();
    expect(await dialog().getByRole('button', { name: 'Publicar' }).isDisabled()).toBe(true);
    // The page hears of it: nobody presses anything.
    await save(true);
    await dialog().getByText('Primeira publicação').waitFor();
    await dialog().getByRole('button', { name: 'Publicar' }).and(page.locator(':enabled')).waitFor();
    await dialog().getByLabel('Nome da versão (opcional)').fill('A primeira');
    await dialog().getByRole('button', { name: 'Publicar' }).click();
    await page.getByRole('list', { name: 'Versões' }).getByText('A primeira').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'Execuções', exact: true }).click();
    await page.getByText('Nenhuma execução ainda').waitFor();
    await api.call('POST', `/automations/${id}/runs`, { payload: { pedido: 7 } });
    const run = page.getByRole('list', { name: 'Execuções' }).getByRole('link').first();
    await run.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await run.click();
    await page.getByRole('heading', { name: 'Caminho percorrido' }).waitFor();
    await page.getByText('Dados do início').click();
    await page.getByText('"pedido": 7').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('are tried out without anything happening', async () => {
    await page.goto(`${product.url}/automations`);
    await page.getByRole('link', { name: 'Bot da loja' }).waitFor();
    const { items } = await api.call<{ items: { id: string; name: string }[] }>('GET', '/automations');
    const bot = items.find(({ name }) => name === 'Bot da loja');
    await page.goto(`${product.url}/automations/${bot?.id ?? ''}/runs`);
    await button('Simular').click();
    await dialog().getByLabel('Escreva como o cliente').fill('Oi');
    await dialog().getByRole('button', { name: 'Enviar', exact: true }).click();
    await dialog().getByRole('log').getByText('Olá!').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const runs = await api.call<{ items: unknown[] }>('GET', `/automations/${bot?.id ?? ''}/runs`);
    expect(runs.items).toEqual([]);
  });

  it('left nothing on the console', () => {
    expect(problems).toEqual([]);
  });
});
