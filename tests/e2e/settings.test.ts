import { accessibilityProblems, openPage } from '../support/browser';
import { type Dashboard, openDashboard } from '../support/dashboard';
import { ChatwootScreen } from '../support/chatwoot-screen';
import { eventually } from '../support/eventually';
import { Phone } from '../support/phone';

const SECRET = 'segredo-que-ninguem-mais-ve-77a2';
const NUMBER = '5541988112233';

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
const list = (name: string) => page.getByRole('list', { name, exact: true });

describe('integrations', () => {
  it('take a secret in and never show it again', async () => {
    await page.getByRole('link', { name: 'Integrações' }).click();
    await button('Nova credencial').click();
    await dialog().getByLabel('Nome', { exact: true }).fill('Agenda');
    await dialog().getByLabel('Tipo').selectOption('header');
    await dialog().getByLabel('Nome do cabeçalho').fill('x-api-key');
    await dialog().getByLabel('Onde pode ser usada').fill('https://api.agenda.example/v1');
    expect(await dialog().getByRole('button', { name: 'Salvar' }).isDisabled()).toBe(true);
    await dialog().getByLabel('Segredo').fill(SECRET);
    expect(await accessibilityProblems(page)).toEqual([]);
    const answers: string[] = [];
    page.on('response', (response) => {
      if (!response.url().includes('/credentials')) return;
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      );
    });
    await save();
    await list('Credenciais').getByText('api.agenda.example').waitFor();
    await button('Alterar Agenda').click();
    expect(await dialog().getByLabel('Segredo').inputValue()).toBe('');
    await dialog().getByText('termina em 77a2').waitFor();
    // To send it elsewhere one has to know it.
    await dialog().getByLabel('Onde pode ser usada').fill('api.outra.example');
    expect(await dialog().getByRole('button', { name: 'Salvar' }).isDisabled()).toBe(true);
    await dialog().getByRole('button', { name: 'Cancelar' }).click();
    await eventually(() => {
      if (answers.length === 0) throw new Error('nothing was answered yet');
    });
    expect(answers.join()).not.toContain(SECRET);
    expect(await page.content()).not.toContain(SECRET);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('keep a credential that a published automation uses, and say why', async () => {
    const { items } = await api.call<{ items: { id: string }[] }>('GET', '/credentials');
    const { id } = await api.call<{ id: string }>('POST', '/automations', { name: 'Chama a agenda' });
    const { revision } = await api.call<{ revision: number }>('GET', `/automations/${id}`);
    await api.call('PUT', `/automations/${id}`, { draft: callOf(items[0]?.id ?? ''), revision });
    await api.call('POST', `/automations/${id}/publish`, {});
    await button('Remover Agenda').click();
    await dialog().getByRole('button', { name: 'Remover' }).click();
    await dialog().getByRole('alert').getByText('Credencial em uso').waitFor();
    await dialog()
      .getByText(/escolha outra credencial e publique/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Cancelar' }).click();
    await list('Credenciais').getByText('Agenda', { exact: true }).waitFor();
  });

  it('have a form that anybody fills in, and list what was sent', async () => {
    await button('Novo formulário').click();
    await dialog().getByLabel('Nome', { exact: true }).fill('Pedido de orçamento');
    const question = (number: number) =>
      dialog()
        .getByLabel('Pergunta', { exact: true })
        .nth(number - 1);
    const add = () => dialog().getByRole('button', { name: 'Adicionar campo' }).click();
    await add();
    await question(1).fill('Seu nome');
    await add();
    await question(2).fill('WhatsApp');
    await add();
    await question(3).fill('Qual exame?');
    await dialog().getByRole('group', { name: 'Qual exame?' }).getByLabel('Tipo').selectOption('choice');
    await dialog().getByLabel('Opções').last().fill('Sangue\nRaio-X');
    // By keyboard alone, and the focus stays where it was.
    await question(3).press('Alt+ArrowUp');
    await dialog().getByText('Qual exame?: posição 2 de 3').waitFor();
    await eventually(async () => {
      if (
        (await page.evaluate(() => (globalThis as unknown as Focused).document.activeElement.value)) !==
        'Qual exame?'
      )
        throw new Error('the focus is elsewhere');
    });
    await dialog().getByRole('button', { name: 'Descer Seu nome' }).click();
    expect(await question(1).inputValue()).toBe('Qual exame?');
    expect(await accessibilityProblems(page)).toEqual([]);
    await save();
    await page.getByRole('link', { name: 'Pedido de orçamento' }).click();
    await page.getByText('Ninguém respondeu ainda.').waitFor();
    const url = (await page.getByRole('link', { name: 'Abrir a página' }).getAttribute('href')) ?? '';

    const anybody = await openPage(browser, { width: 390, height: 844 });
    await anybody.page.goto(url);
    await anybody.page.getByLabel('Seu nome').fill('Paula Freitas');
    await anybody.page.getByLabel('WhatsApp').fill('(41) 99788-1234');
    await anybody.page.getByLabel('Qual exame?').selectOption('Raio-X');
    await anybody.page.getByRole('button', { name: 'Enviar' }).click();
    await anybody.page.getByText('Recebemos sua resposta. Obrigado!').waitFor();
    expect(anybody.problems).toEqual([]);
    await anybody.page.context().close();

    // The page asks again by itself.
    await page.getByRole('cell', { name: 'Paula Freitas' }).waitFor();
    await page.getByRole('cell', { name: 'Raio-X' }).waitFor();
    await page.getByText('1 resposta', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('answer from Chatwoot: connected with its words for what is wrong, an answer there is read here', async () => {
    await page.goto(`${product.url}/integracoes`);
    await button('Conectar').click();
    await dialog().getByLabel('Endereço do Chatwoot').fill('chatwoot');
    await dialog().getByLabel('Token de acesso').fill('errado');
    await dialog().getByText('Informe um endereço completo').waitFor();
    await dialog()
      .getByLabel('Endereço do Chatwoot')
      .fill(`${product.sandboxUrl}/chatwoot/app/accounts/1/dashboard`);
    await save();
    await dialog()
      .getByText(/não aceitou este token/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog().getByLabel('Token de acesso').fill('sandbox-chatwoot-admin');
    await save();
    await page.getByText('Conta de demonstração (conta 1)').waitFor();
    expect(await page.content()).not.toContain('sandbox-chatwoot-admin');
    expect(await accessibilityProblems(page)).toEqual([]);

    const number = '5541966554433';
    const phone = new Phone(product.sandboxUrl);
    await phone.customer({ name: 'Lia Prado', number });
    const { instances } = (await (await fetch(`${product.sandboxUrl}/control/state`)).json()) as {
      instances: { name: string }[];
    };
    await phone.write(instances[0]?.name ?? '', number, 'Bom dia');
    const screen = new ChatwootScreen(product.sandboxUrl);
    const twin = await eventually(async () => {
      const found = (await screen.conversations()).find(({ contact }) => contact.phone === `+${number}`);
      if (found === undefined) throw new Error('the conversation is not there');
      return found;
    }, 40_000);
    const id = await api.conversation('Lia Prado', () => true);
    await page.goto(`${product.url}/conversas/${id}`);
    await screen.write(twin.id, { agent: 'bia', text: 'Bom dia, Lia! Aqui é a Bia.' });
    const answer = page.getByRole('article').filter({ hasText: 'Aqui é a Bia.' });
    await answer.getByText('Bia', { exact: true }).waitFor();
    // Shown when it is stored, which is before it is delivered.
    await eventually(async () =>
      expect(await phone.received(instances[0]?.name ?? '', number)).toContain('Bom dia, Lia! Aqui é a Bia.'),
    );
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('mark a contact with a tag, and keep a field of theirs', async () => {
    const phone = new Phone(product.sandboxUrl);
    const state = (await (await fetch(`${product.sandboxUrl}/control/state`)).json()) as {
      instances: { name: string }[];
    };
    await phone.customer({ name: 'Rita Melo', number: NUMBER });
    await phone.write(state.instances[0]?.name ?? '', NUMBER, 'Oi');
    const id = await api.conversation('Rita Melo', () => true);
    await page.goto(`${product.url}/conversas/${id}`);
    await button('Adicionar etiqueta').click();
    await page.getByRole('menuitem', { name: 'Nova etiqueta…' }).click();
    await dialog().getByLabel('Nome', { exact: true }).fill('Retorno');
    await save();
    await list('Etiquetas').getByText('Retorno').waitFor();
    await button('Alterar campos').click();
    await dialog().getByRole('button', { name: 'Adicionar campo' }).click();
    await dialog().getByLabel('Nome do campo 1').fill('plano');
    await dialog().getByLabel('Valor do campo 1').fill('ouro');
    await save();
    await page.getByText('ouro', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'Integrações' }).click();
    await list('Etiquetas').getByText('1 contato').waitFor();
    await button('Remover Retorno').click();
    await dialog()
      .getByText(/Sai de 1 contato/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Remover' }).click();
    await page.getByText('Nenhuma etiqueta ainda.').waitFor();
    await page.goto(`${product.url}/conversas/${id}`);
    await page.getByText('ouro', { exact: true }).waitFor();
    expect(await button('Tirar a etiqueta Retorno').count()).toBe(0);
  });

  it('show who waits and who has what, as it happens', async () => {
    await page.getByRole('link', { name: 'Equipe', exact: true }).click();
    const figure = (name: string) =>
      page
        .getByRole('region', { name: 'Agora' })
        .locator('div', { has: page.getByText(name, { exact: true }) });
    const me = list('Pessoas').getByRole('listitem').filter({ hasText: 'Rafaela Lima' });
    await me.getByText('Online').waitFor();
    await me.getByText('Livre').waitFor();
    await figure('Espera mais longa').getByText('Ninguém').waitFor();
    const number = '5541977112244';
    const phone = new Phone(product.sandboxUrl);
    await phone.customer({ name: 'Davi Prado', number });
    const { instances } = (await (await fetch(`${product.sandboxUrl}/control/state`)).json()) as {
      instances: { name: string }[];
    };
    await phone.write(instances[0]?.name ?? '', number, 'Quero falar com um atendente');
    await figure('Esperando').last().getByText('1', { exact: true }).waitFor();
    await figure('Sem responsável').last().getByText('1', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await api.reply(await api.handedOver('Davi Prado'), 'Oi, Davi!');
    await me.getByText('1 em conversa').waitFor();
    await me.getByText('1 resposta em 24 h').waitFor();
    await figure('Espera mais longa').getByText('Ninguém').waitFor();
  });

  it('left nothing on the console', () => {
    expect(problems).toEqual([]);
  });
});

interface Focused {
  document: { activeElement: { value?: string } };
}

/** Begins with a new contact, and asks another system. */
function callOf(credentialId: string) {
  return {
    nodes: [
      { id: 'inicio', kind: 'contact_created', title: 'Contato novo', settings: {} },
      {
        id: 'agenda',
        kind: 'http_request',
        title: 'Chamar a agenda',
        settings: { method: 'GET', url: 'https://api.agenda.example/v1/horarios', credentialId },
      },
      { id: 'fim', kind: 'end', title: 'Fim', settings: {} },
    ],
    edges: [
      { id: 'a', from: 'inicio', handle: 'out', to: 'agenda' },
      { id: 'b', from: 'agenda', handle: 'out', to: 'fim' },
    ],
  };
}
