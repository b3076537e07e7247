import type { Screen } from './screens';

/** Credentials, tags and forms: their page, their dialogs, and a form's own page. */
export const INTEGRATION_SCREENS: Screen[] = [
  {
    name: 'integrations',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/integracoes`);
      await page.getByText('Pedido de orçamento').waitFor();
      await page.getByText('Agenda da clínica').waitFor();
    },
  },
  {
    name: 'integrations-credential',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/integracoes`);
      await page.getByRole('button', { name: 'Alterar Agenda da clínica' }).click();
      await page.getByRole('dialog').getByLabel('Segredo').waitFor();
    },
  },
  {
    name: 'integrations-tag-removal',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/integracoes`);
      await page.getByRole('button', { name: 'Remover Retorno' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'integrations-form',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/integracoes`);
      await page.getByRole('button', { name: 'Alterar Pedido de orçamento' }).click();
      await page.getByRole('dialog').getByLabel('Pergunta', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'form-answers',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/integracoes`);
      await page.getByRole('link', { name: 'Pedido de orçamento' }).click();
      await page.getByRole('cell', { name: 'Paula Freitas' }).waitFor();
    },
  },
  {
    name: 'chat-tags',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/conversas/${demo.answered}?details=true`);
      await page.getByRole('button', { name: 'Alterar campos' }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
];
