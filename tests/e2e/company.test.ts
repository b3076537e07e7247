import { sampleMedia } from '../../sandbox/control/sample-media';
import { accessibilityProblems, openPage, signIn } from '../support/browser';
import { type Dashboard, openDashboard } from '../support/dashboard';
import { eventually } from '../support/eventually';
import { Phone } from '../support/phone';

const NAME = 'Fachada.png';
const PNG = Buffer.from(sampleMedia('image').base64 ?? '', 'base64');

let desk: Dashboard;
let product: Dashboard['product'];
let browser: Dashboard['browser'];
let page: Dashboard['page'];
let problems: Dashboard['problems'];
let api: Dashboard['api'];

beforeAll(async () => {
  desk = await openDashboard();
  ({ product, browser, page, problems, api } = desk);
}, 180_000);
afterAll(() => desk.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const save = () => dialog().getByRole('button', { name: 'Salvar' }).click();
const files = () => page.getByRole('list', { name: 'Arquivos', exact: true });
const isClean = async (on = page) => expect(await accessibilityProblems(on)).toEqual([]);
const isClosed = () => dialog().waitFor({ state: 'detached' });

/** Sends this picture to whoever is new. */
const drawing = (fileId: string) => ({
  nodes: [
    { id: 'inicio', kind: 'contact_created', settings: {} },
    {
      id: 'foto',
      kind: 'send_media',
      settings: {
        type: 'image',
        from: { by: 'file', fileId, mimeType: 'image/png', bytes: PNG.length },
      },
    },
    { id: 'fim', kind: 'end', settings: {} },
  ],
  edges: [
    { from: 'inicio', handle: 'out', to: 'foto' },
    { from: 'foto', handle: 'out', to: 'fim' },
  ],
});

describe('files of the company', () => {
  it('are uploaded as what they are, after wrong choices are told', async () => {
    await page.getByRole('link', { name: 'Integrações' }).click();
    await page.getByText('Nenhum arquivo ainda.').waitFor();
    const chooser = page.waitForEvent('filechooser');
    // By keyboard.
    await button('Enviar arquivo').focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: NAME, mimeType: 'image/png', buffer: PNG });
    const kind = dialog().getByLabel('Mandar aos clientes como');
    expect(await kind.inputValue()).toBe('image');
    await kind.selectOption('video');
    await save();
    await dialog()
      .getByText(/O WhatsApp não aceita este arquivo assim/)
      .waitFor();
    await isClean();
    await kind.selectOption('image');
    await save();
    await isClosed();
    const line = files().getByRole('listitem').filter({ hasText: NAME });
    await line.getByText(/^Imagem · /).waitFor();
    await line.getByText('Nenhuma automação usa').waitFor();

    const large = { name: 'filme.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(17 * 1_048_576) };
    await page.getByLabel('Enviar arquivo').last().setInputFiles(large);
    await save();
    await dialog()
      .getByText(/Grande demais: o máximo aqui é 16 MB/)
      .waitFor();
    await page.keyboard.press('Escape');
    await isClosed();
    expect(await files().getByRole('listitem').count()).toBe(1);
  });

  it('are looked at, also on a telephone', async () => {
    await button(`Ver ${NAME}`).click();
    await dialog().getByRole('img', { name: NAME }).waitFor();
    await isClean();
    await page.keyboard.press('Escape');
    await isClosed();
    const phone = await openPage(browser, { width: 390, height: 844 });
    await signIn(phone.page, product.url);
    await phone.page.goto(`${product.url}/integracoes`);
    await phone.page.getByRole('button', { name: `Ver ${NAME}`, exact: true }).click();
    await phone.page.getByRole('dialog').getByRole('img', { name: NAME }).waitFor();
    await isClean(phone.page);
    expect(phone.problems).toEqual([]);
    await phone.page.context().close();
  });

  it('stay while an automation that is published sends them, and go when none does', async () => {
    const { items } = await api.call<{ items: { id: string }[] }>('GET', '/files');
    const { id } = await api.call<{ id: string }>('POST', '/automations', { name: 'Boas-vindas' });
    await api.call('PUT', `/automations/${id}`, { draft: drawing(items[0]?.id ?? ''), revision: 1 });
    // What the page knows is older than this.
    await api.call('POST', `/automations/${id}/publish`, {});
    await button(`Remover ${NAME}`).click();
    await dialog()
      .getByText(/O arquivo é apagado e não volta/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Remover' }).click();
    await dialog().getByRole('alert').getByText('Arquivo em uso').waitFor();
    await isClean();
    await dialog().getByRole('button', { name: 'Cancelar' }).click();
    const use = files().getByRole('link', { name: 'Boas-vindas' });
    await use.waitFor();
    await button(`Remover ${NAME}`).click();
    await dialog()
      .getByText(/Este arquivo é mandado por “Boas-vindas”/)
      .waitFor();
    await page.keyboard.press('Escape');

    await api.call('POST', `/automations/${id}/unpublish`, {});
    await page.reload();
    await files().getByText('(rascunho)').waitFor();
    await isClean();
    await button(`Remover ${NAME}`).click();
    await dialog()
      .getByText(/O rascunho de “Boas-vindas” fica sem ele/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Remover' }).click();
    await page.getByText('Nenhum arquivo ainda.').waitFor();
  });
});

describe('the language of the company', () => {
  it('is chosen by an admin, and stays chosen', async () => {
    await page.getByRole('link', { name: 'Config Bot' }).click();
    const language = page.getByRole('region', { name: 'Idioma da empresa' }).getByLabel('Idioma');
    expect(await language.inputValue()).toBe('pt-BR');
    await language.selectOption('en');
    await page.getByText('Idioma da empresa salvo').waitFor();
    await isClean();
    await page.reload();
    await eventually(async () => expect(await language.inputValue()).toBe('en'));
    // The pages keep the language of the person.
    await page.getByRole('heading', { name: 'Idioma da empresa' }).waitFor();
    expect((await api.call<{ locale: string }>('GET', '/organizations/me')).locale).toBe('en');
  });
});

describe('a contact that two change at once', () => {
  const NUMBER = '5541988774411';
  let contact: string;
  const change = (set: Record<string, unknown>) => api.call('PATCH', `/contacts/${contact}/fields`, { set });
  /** Where it stands is the database's to say. */
  const valueOf = async (name: string) => {
    const names = dialog().getByRole('textbox', { name: /^Nome do campo/ });
    for (let at = 0; at < (await names.count()); at += 1) {
      if ((await names.nth(at).inputValue()) === name) {
        return dialog().getByLabel(`Valor do campo ${at + 1}`, { exact: true });
      }
    }
    throw new Error(`no field ${name}`);
  };

  it('loses nothing of either, and asks where it is the same field', async () => {
    const phone = new Phone(product.sandboxUrl);
    await phone.customer({ name: 'Rita Melo', number: NUMBER });
    const state = (await (await fetch(`${product.sandboxUrl}/control/state`)).json()) as {
      instances: { name: string }[];
    };
    await phone.write(state.instances[0]?.name ?? '', NUMBER, 'Oi');
    const id = await api.conversation('Rita Melo', () => true);
    contact = (await api.call<{ contact: { id: string } }>('GET', `/conversations/${id}`)).contact.id;
    await change({ plano: 'ouro', cidade: 'Curitiba', cpf: '012' });
    await page.goto(`${product.url}/conversas/${id}`);

    await button('Alterar campos').click();
    await (await valueOf('plano')).fill('prata');
    // A colleague, or an automation, meanwhile: elsewhere.
    await change({ cidade: 'Londrina', retorno: 'sexta' });
    await save();
    await isClosed();
    const pane = page.getByRole('complementary', { name: 'Detalhes' });
    for (const value of ['prata', 'Londrina', 'sexta'])
      await pane.getByText(value, { exact: true }).waitFor();

    await button('Alterar campos').click();
    await (await valueOf('plano')).fill('diamante');
    await (await valueOf('cpf')).fill('345');
    await change({ plano: 'bronze', cpf: '678', cidade: 'Maringá' });
    await save();
    await dialog().getByRole('alert').getByText('Estes campos mudaram enquanto você editava').waitFor();
    await dialog().getByText('Agora está: bronze').waitFor();
    expect(await (await valueOf('plano')).inputValue()).toBe('diamante');
    expect(await (await valueOf('cidade')).inputValue()).toBe('Maringá');
    await isClean();
    await button('Usar este valor em cpf').click();
    await save();
    await isClosed();
    const { fields } = await api.call<{ fields: object }>('GET', `/contacts/${contact}`);
    expect(fields).toEqual({ plano: 'diamante', cpf: '678', cidade: 'Maringá', retorno: 'sexta' });
  });

  it('has the tags of both', async () => {
    const tag = async (name: string) => (await api.call<{ id: string }>('POST', '/tags', { name })).id;
    const [mine, theirs] = [await tag('Retorno'), await tag('VIP')];
    await page.reload();
    await button('Adicionar etiqueta').click();
    await api.call('PATCH', `/contacts/${contact}/tags`, { add: [theirs] });
    await page.getByRole('menuitem', { name: 'Retorno' }).click();
    const given = page.getByRole('list', { name: 'Etiquetas', exact: true });
    await given.getByText('Retorno').waitFor();
    await given.getByText('VIP').waitFor();
    const { tags } = await api.call<{ tags: { id: string }[] }>('GET', `/contacts/${contact}`);
    expect(tags.map(({ id }) => id).toSorted()).toEqual([mine, theirs].toSorted());
  });

  it('left nothing on the console', () => {
    expect(problems).toEqual([]);
  });
});
