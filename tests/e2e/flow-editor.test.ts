import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, openBrowser, openPage, restingBox, signIn } from '../support/browser';
import { eventually } from '../support/eventually';
import { Product } from '../support/product';
import { rendersWhile, watchRenders } from '../support/renders';

let product: Product;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  product = await Product.create();
  [browser] = await Promise.all([openBrowser(), product.start()]);
  ({ page, problems } = await openPage(browser));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, product.url);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.remove();
});

interface Draft {
  nodes: { id: string; kind: string; title: string; settings: Record<string, unknown> }[];
  edges: { from: string; handle: string; to: string }[];
}

/** What the server holds, asked by the page's own session. */
async function stored(id: string): Promise<Draft> {
  const { draft } = (await api('GET', `/api/v1/automations/${id}`)) as { draft: Draft };
  return draft;
}

let token = '';
async function api(method: string, path: string, body?: object): Promise<unknown> {
  if (token === '') {
    const login = await fetch(`${product.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'demo@prosa.local', password: 'demo-prosa' }),
    });
    ({ accessToken: token } = (await login.json()) as { accessToken: string });
  }
  const answer = await fetch(`${product.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

async function openNew(name: string): Promise<string> {
  const { id } = (await api('POST', '/api/v1/automations', { name })) as { id: string };
  await page.goto(`${product.url}/automations/${id}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return id;
}

/** Nodes one after the other, as the API takes them. */
async function openWith(
  name: string,
  nodes: {
    id: string;
    kind: string;
    settings: Record<string, unknown>;
    position?: { x: number; y: number };
  }[],
): Promise<string> {
  const { id } = (await api('POST', '/api/v1/automations', { name })) as { id: string };
  const edges = nodes.slice(1).map((to, index) => ({ from: nodes[index]?.id, handle: 'out', to: to.id }));
  const { revision } = (await api('GET', `/api/v1/automations/${id}`)) as { revision: number };
  await api('PUT', `/api/v1/automations/${id}`, { draft: { nodes, edges }, revision });
  await page.goto(`${product.url}/automations/${id}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return id;
}

const block = (name: string | RegExp) => page.locator('.react-flow__node').filter({ hasText: name });
const saved = () =>
  page
    .getByRole('status')
    .filter({ hasText: /^Salvo$/ })
    .waitFor();
const kinds = ({ nodes }: Draft) => nodes.map(({ kind }) => kind);
const wires = ({ edges }: Draft) => edges.map(({ from, handle, to }) => `${from} ${handle} ${to}`).sort();

/** The same flow, whichever way it is built. */
const KINDS = ['message_received', 'condition', 'send_text', 'handoff_human'];
const WIRES = [
  'condition_1 else handoff_human_1',
  'condition_1 yes send_text_1',
  'message_received_1 out condition_1',
];

async function dragTo(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
}

async function middle(locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> {
  const box = await restingBox(locator);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the flow editor', () => {
  it('tries one block alone, and asks the AI for real only when it is told to', async () => {
    await openWith('Um bloco', [
      { id: 't', kind: 'message_received', settings: {} },
      { id: 'oi', kind: 'send_text', settings: { messages: ['Oi, {{ contato.nome | primeiro_nome }}!'] } },
      {
        id: 'ia',
        kind: 'ai_generate',
        settings: { by: { model: 'gpt-4.1-mini' }, prompt: '{{ gatilho.texto }}', send: true },
      },
    ]);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/simulate/ask')) asked.push(request.method());
    });
    const result = page.getByRole('status', { name: 'Resultado do teste' });
    const run = page.getByRole('button', { name: 'Testar este bloco' });
    /** What opens beside the canvas moves the block: on a busy machine the second click may miss it. */
    const openTrialOf = (text: string) =>
      eventually(async () => {
        await block(text).dblclick();
        await page.getByRole('tab', { name: 'Testar' }).click({ timeout: 5_000 });
        if (!(await run.isEnabled())) throw new Error('another block is open');
      }, 60_000);
    await openTrialOf('Oi, ');
    await page.getByLabel('contato.nome').fill('Carla Dias');
    await run.click();
    await result.getByText('Automação: Oi, Carla!').waitFor();
    await page.getByLabel('contato.nome').fill('Bia');
    await result.getByText('mudaram desde este teste').waitFor();
    await page.getByText('Tudo o que ele enxerga').click();
    await page.getByLabel('O que ele enxerga (JSON)').fill('{');
    expect(await run.isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);

    await openTrialOf('{{ gatilho.texto }}');
    await run.click();
    const canned = result.getByText('Automação: [resposta da IA]');
    await canned.waitFor();
    expect(asked).toEqual([]);
    await page.getByLabel('Perguntar à IA de verdade').check();
    await run.click();
    await canned.waitFor({ state: 'detached' });
    expect(asked).toEqual(['POST']);

    // What the simulation came to is what the block sees next, and it stops where it was told to.
    await page.getByLabel('Parar antes deste bloco').check();
    await page.getByRole('button', { name: 'Simular' }).click();
    await page.getByLabel('Escreva como o cliente').fill('Quanto custa?');
    await page.keyboard.press('Enter');
    await page.getByText(/^Parado antes de/).waitFor();
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.getByText('Fim da automação').waitFor();
    expect(asked).toEqual(['POST', 'POST']);
    await page.getByRole('button', { name: 'Fechar simulador' }).click();
    await page.getByLabel('Valores de').selectOption('Última simulação');
    expect(await page.getByLabel('gatilho.texto').inputValue()).toBe('Quanto custa?');
  });

  it('takes a file of the company where a block sends one, by what the file is', async () => {
    const id = await openWith('Com um arquivo', [
      { id: 't', kind: 'message_received', settings: {} },
      { id: 'foto', kind: 'send_media', settings: { type: 'image', from: { by: 'url', url: '' } } },
    ]);
    await eventually(async () => {
      await block('Enviar mídia').dblclick();
      await page.getByLabel('De onde vem').waitFor({ timeout: 5_000 });
    }, 60_000);
    await page.getByLabel('De onde vem').selectOption('Arquivos da empresa');
    const input = page.locator('input[type=file]');
    const named = (name: string, bytes: string) => ({
      name,
      mimeType: 'image/png',
      buffer: Buffer.from(bytes, 'latin1'),
    });
    await input.setInputFiles(named('falsa.png', '<script>'));
    await page.getByText(/^O WhatsApp não aceita este arquivo assim/).waitFor();
    await input.setInputFiles(named('fachada.png', '\x89PNG\r\n\x1a\n e mais'));
    await page.getByRole('option', { name: /^fachada\.png/ }).waitFor({ state: 'attached' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await saved();
    const { items } = (await api('GET', '/api/v1/files')) as { items: { id: string; name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['fachada.png']);
    expect((await stored(id)).nodes.find((node) => node.id === 'foto')?.settings['from']).toMatchObject({
      by: 'file',
      fileId: items[0]?.id,
      mimeType: 'image/png',
    });
  });

  it('builds a flow by mouse, and keeps it', async () => {
    const id = await openNew('Com o mouse');
    const palette = page.getByRole('complementary', { name: 'Blocos' });
    const entry = (name: string) => palette.getByRole('button', { name, exact: true }).first();
    await dragTo(await middle(entry('Mensagem recebida')), { x: 420, y: 260 });
    await block('Mensagem recebida').waitFor();
    await dragTo(await middle(entry('Condição')), { x: 720, y: 260 });
    await block('Condição').waitFor();
    await page.keyboard.press('Escape');

    const out = block('Mensagem recebida').locator('.react-flow__handle.source');
    await dragTo(await middle(out), await middle(block('Condição').locator('.react-flow__handle.target')));
    await page.locator('.react-flow__edge').first().waitFor({ state: 'attached' });

    // A wire dropped where nothing stands asks what comes next.
    const yes = block('Condição').locator('.react-flow__handle.source').first();
    const start = await middle(yes);
    await dragTo(start, { x: start.x + 60, y: start.y - 150 });
    await page.getByRole('combobox', { name: 'Buscar bloco' }).fill('mensagem texto');
    await page.keyboard.press('Enter');
    await block('Enviar texto').waitFor();

    await block('Condição')
      .getByRole('button', { name: 'Adicionar depois de Condição, saída senão' })
      .click();
    await page.getByRole('option', { name: /Passar para uma pessoa/ }).click();
    await block('Passar para uma pessoa').waitFor();

    await saved();
    const draft = await stored(id);
    expect(kinds(draft)).toEqual(KINDS);
    expect(wires(draft)).toEqual(WIRES);
  });

  it('builds the same by keyboard alone, with settings', async () => {
    const id = await openNew('Com o teclado');
    const add = async (words: string) => {
      await page.getByRole('combobox', { name: 'Buscar bloco' }).waitFor();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    };
    await page.keyboard.press('n');
    await add('mensagem recebida');
    await block('Mensagem recebida').waitFor();
    await page.locator('.react-flow__node:focus').waitFor();
    await page.keyboard.press('Tab');
    await add('condicao');
    await page.locator('.react-flow__node:focus').filter({ hasText: 'Condição' }).waitFor();
    await page.keyboard.press('Tab');
    await add('enviar texto');
    await page.locator('.react-flow__node:focus').filter({ hasText: 'Enviar texto' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Título' }).waitFor();
    await page.locator('[data-settings] textarea:focus').waitFor();
    await page.keyboard.type('Oi, {{contato.no');
    await page.getByRole('option', { name: /contato\.nome/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Fechar configuração' }).focus();
    await page.keyboard.press('Enter');
    await block('Enviar texto').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.react-flow__node:focus').filter({ hasText: 'Condição' }).waitFor();
    await page.keyboard.press('Tab');
    await add('humano');
    await page.locator('.react-flow__node:focus').filter({ hasText: 'Passar para uma pessoa' }).waitFor();

    await saved();
    const draft = await stored(id);
    expect(kinds(draft)).toEqual(KINDS);
    expect(wires(draft)).toEqual(WIRES);
    expect(draft.nodes[2]?.settings).toEqual({ messages: ['Oi, {{ contato.nome }}'] });

    // Every step back leads to the empty drawing, settings included; and forth again to the same.
    const undo = page.getByRole('button', { name: /^Desfazer/ });
    while (await undo.isEnabled()) await page.keyboard.press('Control+z');
    await saved();
    expect(await stored(id)).toMatchObject({ nodes: [], edges: [] });
    const redo = page.getByRole('button', { name: /^Refazer/ });
    while (await redo.isEnabled()) await page.keyboard.press('Control+y');
    await saved();
    expect(await stored(id)).toEqual(draft);
  });

  it('shows after a reload what was there', async () => {
    await page.reload();
    await block('Passar para uma pessoa').waitFor();
    expect(await page.locator('.react-flow__node').count()).toBe(4);
  });

  it('copies a part into another flow by the clipboard', async () => {
    await page.locator('.react-flow__node').first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const id = await openNew('Colado');
    await page.keyboard.press('Control+v');
    await block('Passar para uma pessoa').waitFor();
    await saved();
    expect(wires(await stored(id))).toEqual(WIRES);
  });

  it('goes from problem to problem by F8, in words', async () => {
    await page.keyboard.press('F8');
    await page.getByRole('tabpanel').waitFor();
    await page.getByRole('button', { name: /^Problemas/ }).click();
    await page.getByRole('complementary', { name: 'Problemas' }).getByText('Erro').first().waitFor();
  });

  it.each(['dark', 'light'].flatMap((theme) => [1440, 390].map((width) => ({ theme, width }))))(
    'can be used by everybody: $theme, $width wide',
    async ({ theme, width }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(`localStorage.setItem('prosa-theme', '${theme}')`);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.getByText('Passar para uma pessoa').locator('visible=true').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  it('says when a schedule begins next, as it is set', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const id = await openWith('Lembrete', [
      { id: 's', kind: 'schedule', settings: { cron: '0 9 * * 1-5', zone: 'America/Sao_Paulo' } },
    ]);
    await block('Agenda').click();
    const next = page.getByRole('list', { name: 'Próximas vezes' }).getByRole('listitem');
    await next.nth(4).waitFor();
    expect((await next.allInnerTexts()).every((text) => /^(seg|ter|qua|qui|sex)\..*09:00$/.test(text))).toBe(
      true,
    );
    await page.getByLabel('Quando').selectOption({ label: 'Uma vez por mês' });
    await page.getByLabel('Dia do mês').fill('10');
    await next
      .filter({ hasText: /, 10\// })
      .nth(4)
      .waitFor();
    await saved();
    const [schedule] = (await stored(id)).nodes;
    expect(schedule?.settings['cron']).toBe('0 9 10 * *');
  });

  it('tries words on what the last run was given', async () => {
    const id = await openWith('Orçamento', [
      { id: 't', kind: 'message_received', settings: {} },
      { id: 'a', kind: 'send_text', settings: { messages: ['Recebi: {{ gatilho.texto }}'] } },
    ]);
    await block('Enviar texto').click();
    await page.getByText('Prévia: Recebi: Oi, quero marcar um horário').waitFor();
    expect(await api('POST', `/api/v1/automations/${id}/publish`, {})).toMatchObject({ version: 1 });
    await api('POST', `/api/v1/automations/${id}/runs`, { payload: { texto: 'Quanto custa a entrega?' } });
    await page.reload();
    await block('Enviar texto').click();
    await page.getByText('Prévia: Recebi: Quanto custa a entrega?').waitFor();
  });

  it('keeps blocks together in a section: named, collapsed, undone by name, and in the script', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const id = await openWith('Com seções', [
      { id: 't', kind: 'message_received', settings: {} },
      { id: 'a', kind: 'send_text', settings: { messages: ['Oi'] } },
      { id: 'b', kind: 'wait', settings: {} },
      { id: 'c', kind: 'end', settings: {} },
    ]);
    const section = page.locator('.react-flow__node-section');
    await block('Enviar texto').click();
    await block('Esperar').click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+g');
    await page.locator('.react-flow__node-section input:focus').waitFor();
    await page.keyboard.type('Oferta');
    await page.keyboard.press('Enter');
    expect(await accessibilityProblems(page)).toEqual([]);
    await section.getByRole('button', { name: 'Recolher Oferta' }).click();
    await section.getByText('2 blocos').waitFor();
    await block('Enviar texto').waitFor({ state: 'detached' });
    expect(await accessibilityProblems(page)).toEqual([]);
    // What leads in and out of it is still drawn.
    expect(await page.locator('.react-flow__edge').count()).toBe(2);
    await saved();
    const note = { text: 'Oferta', members: ['a', 'b'], collapsed: true };
    expect(await stored(id)).toMatchObject({ notes: [note] });

    await page.getByRole('button', { name: 'Ver como roteiro' }).click();
    await page.getByRole('button', { name: 'Abrir Oferta' }).click();
    await page.getByRole('list', { name: 'Oferta' }).getByText('Enviar texto').first().waitFor();
    await page.getByRole('button', { name: 'Ver como desenho' }).click();

    for (const what of ['abrir Oferta', 'recolher Oferta', 'mudar nome da seção', 'agrupar 2 blocos']) {
      await page.getByRole('button', { name: `Desfazer: ${what}` }).waitFor();
      await page.keyboard.press('Control+z');
    }
    await section.waitFor({ state: 'detached' });
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+y');
    await section.waitFor();
    // Another choice lets go of the section, so that it is not removed along.
    await section.locator('.flow-section-head').click({ position: { x: 200, y: 20 } });
    await section.getByRole('button', { name: /^Desagrupar/ }).waitFor();
    await block('Enviar texto').click();
    await section.getByRole('button', { name: /^Desagrupar/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+g');
    await section.waitFor({ state: 'detached' });
  });

  it('brings what is dragged in line with its neighbours, and shows the line', async () => {
    const id = await openWith('Em linha', [
      { id: 'a', kind: 'condition', settings: {} },
      { id: 'b', kind: 'end', settings: {} },
    ]);
    await page.keyboard.press('1');
    const [condition, end] = [block('Condição'), block('Fim')];
    // The canvas glides to its place.
    const from = await restingBox(end);
    const other = await restingBox(condition);
    // To a few pixels beside the place at which their middles are level.
    const level = other.y + other.height / 2 - from.height / 2;
    const hold = { x: from.x + 60, y: from.y + 20 };
    await page.mouse.move(hold.x, hold.y);
    await page.mouse.down();
    await page.mouse.move(hold.x + 90, hold.y + (level - from.y) + 3, { steps: 8 });
    await page.locator('[data-helper-line="y"]').waitFor({ state: 'attached' });
    await page.mouse.up();
    await page.locator('[data-helper-line]').first().waitFor({ state: 'detached' });
    const after = await restingBox(end);
    expect(Math.round(after.y * 2) / 2).toBeCloseTo(level, 0);
    await saved();
    expect((await stored(id)).nodes).toHaveLength(2);
  });

  it('draws what is dragged and its wires, and leaves the rest of a large drawing alone', async () => {
    await watchRenders(page);
    const many = Array.from({ length: 90 }, (_, index) => ({
      id: `n${index}`,
      kind: index === 0 ? 'message_received' : 'send_text',
      settings: {},
      position: { x: (index % 10) * 336, y: Math.floor(index / 10) * 240 },
    }));
    await openWith('Grande', many);
    const plus = page.locator('.flow-wire-add');
    await plus.first().waitFor({ state: 'attached' });
    await page.keyboard.press('0');
    await eventually(async () => expect(await page.locator('.react-flow__node').count()).toBe(90));
    // From so far away the words on the wires are left out, until one is pointed at.
    expect(await plus.count()).toBe(0);
    const dragged = page.locator('.react-flow__node[data-id="n44"]');
    const { x, y } = await middle(dragged);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 20, { steps: 4 });
    const MOVES = 10;
    const drawn = await rendersWhile(page, () => page.mouse.move(x + 50, y + 40, { steps: MOVES }));
    expect(Object.keys(drawn.blocks)).toEqual(['n44']);
    expect(drawn.blocks['n44']).toBeLessThanOrEqual(MOVES);
    const { edges } = (await stored(page.url().split('/').at(-1) ?? '')) as unknown as {
      edges: { id: string; from: string; to: string }[];
    };
    const own = edges.filter(({ from, to }) => from === 'n44' || to === 'n44').map(({ id }) => id);
    expect(Object.keys(drawn.wires).sort()).toEqual(own.sort());
    await page.mouse.up();
    await saved();

    const wire = await page
      .locator(`.react-flow__edge[data-id="${own[0] ?? ''}"] path`)
      .first()
      .boundingBox();
    if (!wire) throw new Error('not drawn');
    await page.mouse.move(wire.x + wire.width / 2, wire.y + wire.height / 2);
    await plus.waitFor({ state: 'attached' });
  });

  it('threw nothing on the page', () => {
    expect(problems).toEqual([]);
  });
});
