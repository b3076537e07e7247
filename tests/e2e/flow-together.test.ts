import type { Browser, Page } from 'playwright-core';
import { Api } from '../../scripts/screens/api';
import { accessibilityProblems, openBrowser, openPage, signIn } from '../support/browser';
import { eventually } from '../support/eventually';
import { Product } from '../support/product';

const OTHER = { name: 'Bruno Dias', email: 'bruno@prosa.local' };

let product: Product;
let browser: Browser;
let api: Api;
/** Two people, each at a browser of their own. */
let rafaela: Page;
let bruno: Page;
const problems: string[] = [];

beforeAll(async () => {
  product = await Product.create();
  [browser] = await Promise.all([openBrowser(), product.start()]);
  await product.addColleague(OTHER);
  api = new Api(product.url);
  await api.signIn();
  [rafaela, bruno] = await Promise.all([open(), open(OTHER.email)]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.remove();
});

async function open(email?: string): Promise<Page> {
  const opened = await openPage(browser);
  opened.page.on('close', () => problems.push(...opened.problems));
  await signIn(opened.page, product.url, email);
  return opened.page;
}

/** A new contact, a wait of days, the end. */
async function drawn(name: string): Promise<string> {
  const { id } = await api.call<{ id: string }>('POST', '/automations', { name });
  const nodes = [
    { id: 'inicio', kind: 'contact_created', title: 'Contato novo', settings: {} },
    {
      id: 'espera',
      kind: 'wait',
      title: 'Esperar dias',
      settings: { for: { by: 'duration', seconds: 864_000 } },
    },
    { id: 'fim', kind: 'end', title: 'Fim', settings: {} },
  ];
  const edges = [
    { from: 'inicio', handle: 'out', to: 'espera' },
    { from: 'espera', handle: 'out', to: 'fim' },
  ];
  await api.call('PUT', `/automations/${id}`, { draft: { nodes, edges }, revision: 1 });
  return id;
}

const goTo = async (page: Page, id: string) => {
  await page.goto(`${product.url}/automations/${id}`);
  await block(page, 'Esperar').waitFor();
};
const block = (page: Page, name: string) => page.locator('.react-flow__node').filter({ hasText: name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Salvo$/ })
    .waitFor();
async function rename(page: Page, from: string, to: string): Promise<void> {
  await block(page, from).click();
  await page.getByRole('textbox', { name: 'Título' }).fill(to);
  await page.keyboard.press('Tab');
  await block(page, to).waitFor();
}
const titles = async (id: string) => {
  const { draft } = await api.call<{ draft: { nodes: { title: string }[] } }>('GET', `/automations/${id}`);
  return draft.nodes.map(({ title }) => title);
};

describe('two people at one automation', () => {
  it('draw one at a time: who comes later sees who, and may take over', async () => {
    const id = await drawn('A quatro mãos');
    await goTo(rafaela, id);
    await button(rafaela, 'Publicar').waitFor();
    await goTo(bruno, id);
    await bruno.getByText('Rafaela Lima está editando').waitFor();
    await bruno.getByText('Só leitura').waitFor();
    expect(await button(bruno, 'Publicar').count()).toBe(0);
    expect(await accessibilityProblems(bruno)).toEqual([]);
    await rename(rafaela, 'Esperar dias', 'Esperar resposta do banco');
    await saved(rafaela);

    // He begins with what she saved last, and she learns of it without doing anything.
    await button(bruno, 'Assumir a edição').click();
    await block(bruno, 'Esperar resposta do banco').waitFor();
    await button(bruno, 'Publicar').waitFor();
    await rafaela.getByText('Bruno Dias está editando').waitFor();
    await rename(bruno, 'Esperar resposta do banco', 'Esperar um mês');
    await saved(bruno);
    expect(await titles(id)).toEqual(['Contato novo', 'Esperar um mês', 'Fim']);

    // And back: hers is the newest drawing too.
    await button(rafaela, 'Assumir a edição').click();
    await block(rafaela, 'Esperar um mês').waitFor();
    await bruno.getByText('Rafaela Lima está editando').waitFor();
  });

  it('who saves over another is asked: a copy of one’s own, or theirs', async () => {
    const id = await drawn('Conflito');
    await goTo(rafaela, id);
    const conflict = rafaela.getByRole('dialog', { name: 'Outra pessoa salvou esta automação' });
    const meanwhile = async (title: string) => {
      const { revision, draft } = await api.call<{
        revision: number;
        draft: { nodes: { id: string; title: string }[] };
      }>('GET', `/automations/${id}`);
      const nodes = draft.nodes.map((node) => (node.id === 'espera' ? { ...node, title } : node));
      await api.call('PUT', `/automations/${id}`, { draft: { ...draft, nodes }, revision });
    };

    await meanwhile('Esperar da API');
    await rename(rafaela, 'Esperar dias', 'Esperar da Rafaela');
    await conflict.waitFor();
    expect(await accessibilityProblems(rafaela)).toEqual([]);
    // It has to be decided: Escape leaves it open, and nothing is overwritten.
    await rafaela.keyboard.press('Escape');
    await conflict.waitFor();
    expect(await titles(id)).toContain('Esperar da API');
    await conflict.getByRole('button', { name: 'Usar a versão da outra pessoa' }).click();
    await block(rafaela, 'Esperar da API').waitFor();
    await conflict.waitFor({ state: 'hidden' });

    await meanwhile('Esperar de novo');
    await rename(rafaela, 'Esperar da API', 'Esperar minha');
    await conflict.getByRole('button', { name: 'Guardar a minha como cópia' }).click();
    await rafaela.getByRole('heading', { level: 1, name: 'Conflito (cópia)' }).waitFor();
    await block(rafaela, 'Esperar minha').waitFor();
    const copy = /\/automations\/([0-9a-f-]{36})/.exec(rafaela.url())?.[1] ?? '';
    expect(copy).not.toBe(id);
    expect([await titles(id), await titles(copy)]).toEqual([
      ['Contato novo', 'Esperar de novo', 'Fim'],
      ['Contato novo', 'Esperar minha', 'Fim'],
    ]);
  });
});

describe('the live toggle', () => {
  it('shows on the canvas how many runs stand where, as they come and go', async () => {
    const id = await drawn('Ao vivo');
    await api.call('POST', `/automations/${id}/publish`, {});
    await goTo(rafaela, id);
    const toggle = rafaela.getByRole('button', { name: 'Ao vivo' });
    await toggle.click();
    const live = rafaela.getByRole('region', { name: 'Ao vivo' });
    const standing = (text: RegExp) => live.getByRole('status').filter({ hasText: text }).waitFor();
    await standing(/: 0 exec/);
    const start = async () =>
      (await api.call<{ runId: string }>('POST', `/automations/${id}/runs`, { payload: {} })).runId;
    const runs = [await start(), await start()];
    await standing(/: 2 exec/);
    await block(rafaela, 'Esperar dias')
      .getByText(/^2 aguardando/)
      .waitFor();
    await api.call('POST', `/automations/runs/${runs[0] ?? ''}/cancel`);
    await standing(/: 1 exec/);
    await block(rafaela, 'Esperar dias')
      .getByText(/^1 aguardando/)
      .waitFor();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityProblems(rafaela)).toEqual([]);
    await toggle.click();
    await live.waitFor({ state: 'hidden' });
    await rafaela.getByRole('complementary', { name: 'Blocos' }).waitFor();
  });
});

describe('the runs of all automations', () => {
  it('are one list that keeps itself fresh, each with the way to its canvas', async () => {
    await bruno.goto(`${product.url}/automations`);
    await bruno.getByRole('link', { name: 'Execuções' }).click();
    const list = bruno.getByRole('list', { name: 'Execuções' });
    await list.getByRole('link', { name: 'Ao vivo' }).first().waitFor();
    const id = await drawn('Recém-feita');
    await api.call('POST', `/automations/${id}/publish`, {});
    await api.call('POST', `/automations/${id}/runs`, { payload: {} });
    await list.getByRole('link', { name: 'Recém-feita' }).waitFor();
    expect(await accessibilityProblems(bruno)).toEqual([]);
    await bruno.getByLabel('Situação').selectOption({ label: 'Cancelada' });
    await eventually(async () => {
      expect(await list.getByRole('link').allInnerTexts()).toEqual(['Ao vivo']);
    });
    await list.getByRole('link').click();
    await bruno.getByRole('heading', { name: 'Execução · Ao vivo' }).waitFor();
    await block(bruno, 'Esperar dias').waitFor();
  });

  it('threw nothing on any page', async () => {
    await Promise.all([rafaela.close(), bruno.close()]);
    expect(problems).toEqual([]);
  });
});
