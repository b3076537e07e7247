import type { Screen } from './screens';

/** A bot made elsewhere, one block of which has nothing like it here. */
const TYPEBOT = {
  version: '6',
  name: 'Bot da recepção',
  groups: [
    {
      id: 'g',
      title: 'Boas-vindas',
      graphCoordinates: { x: 0, y: 0 },
      blocks: [
        { id: 'a', type: 'text', content: { richText: [{ type: 'p', children: [{ text: 'Olá!' }] }] } },
        { id: 'b', type: 'email input', options: {} },
        { id: 'c', type: 'payment input', options: {} },
      ],
    },
  ],
  edges: [],
  variables: [],
};

/** What is seen of automations from outside of the editor. */
export const AUTOMATION_SCREENS: Screen[] = [
  {
    name: 'automations',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/automations`);
      await page.getByText('Lembrete de retorno').first().waitFor();
    },
  },
  {
    name: 'automation-templates',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/automations?create=template`);
      await page
        .getByRole('button', { name: /^Usar modelo: / })
        .first()
        .waitFor();
    },
  },
  {
    name: 'automation-import',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/automations?create=import`);
      await page.getByLabel('Ou cole o JSON').fill(JSON.stringify(TYPEBOT));
      await page.getByRole('button', { name: 'Conferir' }).click();
      await page.getByRole('button', { name: 'Criar automação' }).waitFor();
    },
  },
  {
    name: 'automation-editor',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/automations/${demo.automation}`);
      await page.getByText('Esperar uns dias').locator('visible=true').first().waitFor();
    },
  },
  {
    name: 'automation-live',
    async open(page, { dashboard, demo, isWide }) {
      await page.goto(`${dashboard}/automations/${demo.automation}`);
      if (!isWide) return;
      await page.getByRole('button', { name: 'Ao vivo' }).click();
      await page
        .getByRole('region', { name: 'Ao vivo' })
        .getByText(/^\d+ aguardando/)
        .waitFor();
    },
  },
  {
    name: 'automation-versions',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/automations/${demo.automation}/versions`);
      await page.getByText('Mudou:').first().waitFor();
    },
  },
  {
    name: 'automation-publish',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/automations/${demo.automation}/versions`);
      await page.getByRole('button', { name: 'Publicar', exact: true }).click();
      await page.getByRole('dialog').getByText('Mudou:').first().waitFor();
    },
  },
  {
    name: 'automation-runs',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/automations/${demo.automation}/runs`);
      await page.getByRole('list', { name: 'Execuções' }).getByRole('link').first().waitFor();
    },
  },
  {
    name: 'automation-runs-all',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/automations/runs`);
      await page.getByRole('list', { name: 'Execuções' }).getByRole('link').first().waitFor();
    },
  },
  {
    name: 'automation-run',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/automations/runs/${demo.run}`);
      await page.getByRole('heading', { name: 'Caminho percorrido' }).waitFor();
    },
  },
  {
    name: 'automation-simulator',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/automations/${demo.automation}/runs`);
      await page.getByRole('button', { name: 'Simular' }).click();
      await page.getByRole('dialog').getByLabel('Escreva como o cliente').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Contato criado' }).click();
      await page.getByRole('dialog').getByRole('list', { name: 'Caminho percorrido' }).waitFor();
    },
  },
];
