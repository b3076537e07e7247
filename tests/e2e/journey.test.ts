import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, openBrowser, openPage } from '../support/browser';
import { Product } from '../support/product';

const CUSTOMER = 'Beatriz Nogueira';
const BUSINESS = 'Clínica Centro';
const INSTANCE = 'Unidade Centro';

let product: Product;
let browser: Browser;
let dashboard: Page;
let phone: Page;
const problems: string[][] = [];

beforeAll(async () => {
  product = await Product.create();
  [browser] = await Promise.all([openBrowser(), product.start()]);
  for (const open of [(page: Page) => (dashboard = page), (page: Page) => (phone = page)]) {
    const opened = await openPage(browser);
    open(opened.page);
    problems.push(opened.problems);
  }
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.remove();
});

/** The customer writes, and sees it in the chat. */
async function writes(text: string): Promise<void> {
  const field = phone.getByRole('textbox', { name: `Mensagem para ${BUSINESS}` });
  await field.fill(text);
  await phone.getByRole('button', { name: 'Enviar', exact: true }).click();
  await phoneShows(text);
}
function phoneShows(text: string): Promise<void> {
  return phone.getByRole('region', { name: 'Mensagens' }).getByText(text).waitFor();
}
function dashboardShows(text: string): Promise<void> {
  return chat().getByText(text).first().waitFor();
}
const chat = () => dashboard.getByRole('log', { name: 'Mensagens' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The steps of README's "What to try", in its order; each goes on from the one before. */
describe('what the README says to try', () => {
  it('refuses a wrong password in words, and lets the right one in', async () => {
    await dashboard.goto(product.url);
    await dashboard.getByLabel('E-mail').fill('demo@prosa.local');
    await dashboard.getByLabel('Senha', { exact: true }).fill('not-this-one');
    await button(dashboard, 'Entrar').click();
    await dashboard.getByRole('alert').getByText('senha', { exact: false }).first().waitFor();
    await dashboard.getByLabel('Senha', { exact: true }).fill('demo-prosa');
    await button(dashboard, 'Entrar').click();
    await dashboard.waitForURL('**/conversas');
  });

  it('connects a number: the panel shows a QR code, the phone reads it, the panel knows', async () => {
    await dashboard.getByRole('link', { name: 'Conectar WhatsApp' }).click();
    await button(dashboard, 'Conectar número').first().click();
    await dashboard.getByLabel('Nome do número').fill(INSTANCE);
    await button(dashboard, 'Continuar').click();
    await dashboard.getByRole('img', { name: 'QR code para conectar o WhatsApp' }).waitFor();

    await phone.goto(`${product.sandboxUrl}/#/empresa`);
    await phone.getByRole('link', { name: /Número novo/ }).click();
    await phone.getByLabel('Nome no WhatsApp').fill(BUSINESS);
    await button(phone, 'Ler QR code').click();

    await dashboard.getByText('Número conectado').waitFor();
    await button(dashboard, 'Concluir').click();
    await dashboard
      .getByRole('listitem')
      .filter({ hasText: INSTANCE })
      .getByText('Conectado')
      .first()
      .waitFor();
  });

  it('answers a customer from what the clinic knows, on both sides', async () => {
    await phone.goto(`${product.sandboxUrl}/#/cliente`);
    await button(phone, 'Nova pessoa').click();
    await phone.getByLabel('Nome', { exact: true }).fill(CUSTOMER);
    await phone.getByLabel('Número com DDD').fill('11 97622-4471');
    await button(phone, 'Criar').click();
    await phone.getByRole('link', { name: new RegExp(BUSINESS) }).click();
    await writes('Quanto custa o eletrocardiograma?');
    await phoneShows('O eletrocardiograma custa R$ 90.');

    await dashboard.getByRole('link', { name: 'Conversas' }).first().click();
    await dashboard.getByRole('tab', { name: /IA ativa/ }).click();
    const row = dashboard.getByRole('link', { name: new RegExp(CUSTOMER) });
    await row.click();
    // The list may move under the pointer as the answer arrives; a person would press again.
    await chat()
      .waitFor({ timeout: 5_000 })
      .catch(() => row.click());
    await dashboardShows('Quanto custa o eletrocardiograma?');
    await dashboardShows('O eletrocardiograma custa R$ 90.');
  });

  it('says why it was sent', async () => {
    await dashboard.getByRole('link', { name: 'Por que isto foi enviado?' }).last().click();
    const sheet = dashboard.getByRole('dialog', { name: 'Por que isto foi enviado?' });
    await sheet.getByText('A IA respondeu').waitFor();
    await sheet.getByText(/trechos? consultados?/).waitFor();
    await dashboard.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('is silent while a person has the conversation', async () => {
    await button(dashboard, 'Assumir').click();
    await dashboard.getByText('Você responde').first().waitFor();
    await dashboard.getByRole('textbox', { name: /Mensagem|Escreva/ }).fill('Oi, Beatriz! Aqui é a Rafaela.');
    await dashboard.keyboard.press('Enter');
    await phoneShows('Oi, Beatriz! Aqui é a Rafaela.');
    await writes('E quanto custa o hemograma completo?');
    await dashboardShows('E quanto custa o hemograma completo?');
  });

  it('goes on where the person gives it back', async () => {
    // Who presses before the page knows that something is open is not asked: the AI answers it.
    await dashboard.reload();
    await dashboardShows('E quanto custa o hemograma completo?');
    await button(dashboard, 'Devolver para IA').click();
    await button(dashboard, 'Responder o que ficou pendente').click();
    await phoneShows('R$ 35');
    await dashboardShows('R$ 35');
    // The whole chat, in order: had the AI spoken while the person had it, one more would stand here.
    const bubbles = await phone
      .getByRole('region', { name: 'Mensagens' })
      .getByRole('listitem')
      .allInnerTexts();
    const expected = ['Quanto custa o eletro', 'R$ 90', 'Aqui é a Rafaela', 'hemograma completo?', 'R$ 35'];
    const said = bubbles.filter((text) => text.includes('\n'));
    expect(said).toEqual(expected.map((part) => expect.stringContaining(part)));
  });

  it('threw nothing on any page', () => {
    expect(problems.flat()).toEqual([]);
  });
});

describe('every screen', () => {
  const SCREENS = ['conversas', 'conhecimento', 'whatsapp', 'config', 'perfil', 'tutoriais', 'suporte'];
  const LOOKS = ['dark', 'light'].flatMap((theme) => [1440, 390].map((width) => ({ theme, width })));

  it.each(SCREENS.flatMap((screen) => LOOKS.map((look) => ({ screen, ...look }))))(
    'can be used by everybody: $screen, $theme, $width wide',
    async ({ screen, theme, width }) => {
      await dashboard.setViewportSize({ width, height: 900 });
      await dashboard.evaluate(`localStorage.setItem('prosa-theme', '${theme}')`);
      await dashboard.goto(`${product.url}/${screen}`);
      await dashboard.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await accessibilityProblems(dashboard)).toEqual([]);
      // Nothing stands out of the page sideways.
      const overflow = await dashboard.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );
});
