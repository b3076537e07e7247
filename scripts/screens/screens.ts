import type { Page } from 'playwright-core';
import { AUTOMATION_SCREENS } from './automation-screens';
import { INTEGRATION_SCREENS } from './integration-screens';
import type { DemoData } from './demo-data';

export interface Place {
  dashboard: string;
  phone: string;
  demo: DemoData;
  isWide: boolean;
}

export interface Screen {
  name: string;
  /** Before the sign-in; the others come after it. */
  signedOut?: true;
  /** Brings the page there, and waits until it shows what the picture is of. */
  open(page: Page, place: Place): Promise<void>;
}

/** Every screen, by what a person does to see it. Words are the dashboard's Portuguese ones. */
export const SCREENS: Screen[] = [
  {
    name: 'login',
    signedOut: true,
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/login`);
      await page.getByRole('button', { name: 'Entrar' }).waitFor();
    },
  },
  {
    name: 'login-error',
    signedOut: true,
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/login`);
      await page.getByLabel('E-mail').fill('demo@prosa.local');
      await page.getByLabel('Senha', { exact: true }).fill('nao-e-esta');
      await page.getByRole('button', { name: 'Entrar' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'conversations',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/conversas?tab=all`);
      await page.getByText('Marina Souza').first().waitFor();
    },
  },
  ...(['answered', 'waiting', 'inCharge', 'failed', 'lowConfidence', 'media'] as const).map(
    (scene): Screen => ({
      name: `chat-${scene.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      async open(page, { dashboard, demo }) {
        await page.goto(`${dashboard}/conversas/${demo[scene]}?tab=all`);
        await page.getByRole('textbox', { name: 'Mensagem' }).waitFor();
      },
    }),
  ),
  {
    name: 'chat-why',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/conversas/${demo.answered}?tab=all`);
      await page.getByRole('link', { name: 'Por que isto foi enviado?' }).last().click();
      await page.getByRole('dialog').getByText('trechos consultados').waitFor();
    },
  },
  {
    name: 'chat-return',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/conversas/${demo.unanswered}?tab=all`);
      await page.getByRole('button', { name: 'Devolver para IA' }).click();
      await page.getByRole('button', { name: 'Só devolver' }).waitFor();
    },
  },
  {
    name: 'chat-pause',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/conversas/${demo.answered}?tab=all`);
      await page.getByRole('button', { name: 'Mais ações' }).click();
      await page.getByRole('menuitem', { name: 'Assumir com um motivo' }).click();
      await page.getByRole('textbox', { name: 'Motivo' }).waitFor();
    },
  },
  {
    name: 'chat-transfer',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/conversas/${demo.inCharge}?tab=all`);
      await page.getByRole('button', { name: 'Mais ações' }).click();
      await page.getByRole('menuitem', { name: 'Transferir' }).click();
      await page.getByRole('dialog').getByText('Recepção').waitFor();
    },
  },
  {
    name: 'knowledge',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/conhecimento`);
      await page.getByText('Pronto').first().waitFor();
    },
  },
  {
    name: 'knowledge-search',
    async open(page, { dashboard, isWide }) {
      await page.goto(`${dashboard}/conhecimento`);
      await page.getByLabel('Pergunta').fill('Preciso de jejum para o ultrassom?');
      await page.getByRole('button', { name: 'Buscar' }).click();
      const found = page.getByRole('list', { name: 'Trechos encontrados' });
      await found.waitFor();
      // Beside the text on a wide screen, below it on a phone.
      if (!isWide) await found.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'numbers',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/whatsapp`);
      await page.getByText('Conectado', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'connect-name',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/whatsapp?connect=new`);
      await page.getByLabel('Nome do número').waitFor();
    },
  },
  {
    name: 'connect-qr',
    async open(page, { dashboard, demo }) {
      await page.goto(`${dashboard}/whatsapp?connect=${demo.pairing}`);
      const useQr = page.getByRole('button', { name: 'Conectar com QR code' });
      const code = page.getByRole('img', { name: 'QR code para conectar o WhatsApp' });
      await useQr.or(code).first().waitFor();
      if (await useQr.isVisible()) await useQr.click();
      await code.waitFor();
    },
  },
  {
    name: 'numbers-groups',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/whatsapp`);
      await page.getByRole('button', { name: 'Grupos' }).first().click();
      await page.getByRole('dialog').getByText('A IA nos grupos').waitFor();
    },
  },
  {
    name: 'team',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/equipe`);
      await page.getByText('Recepção').waitFor();
    },
  },
  {
    name: 'team-agent',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/equipe`);
      await page.getByRole('button', { name: 'Novo agente' }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  ...AUTOMATION_SCREENS,
  ...INTEGRATION_SCREENS,
  {
    name: 'config',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/config`);
      await page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'config-hours',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/config`);
      await page.getByRole('button', { name: 'Definir horários' }).click();
      await page.getByRole('button', { name: 'Mais um horário, segunda-feira' }).click();
      await page.getByRole('button', { name: 'Mais uma data' }).click();
      await page.getByRole('checkbox', { name: 'domingo' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/perfil`);
      await page.getByText('demo@prosa.local').first().waitFor();
    },
  },
  {
    name: 'tutorials',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/tutoriais`);
      await page.getByRole('searchbox').waitFor();
    },
  },
  {
    name: 'support',
    async open(page, { dashboard }) {
      await page.goto(`${dashboard}/suporte`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'phone-customer',
    async open(page, { phone, demo }) {
      await page.goto(`${phone}/#/cliente?pessoa=5541988110001&numero=${demo.instance}`);
      await page.getByRole('button').first().waitFor();
    },
  },
  {
    name: 'phone-chat',
    async open(page, { phone, demo }) {
      await page.goto(`${phone}/#/cliente?pessoa=5541988110001&numero=${demo.instance}`);
      await page.getByRole('link', { name: 'Clínica Aurora' }).first().click();
      await page.getByText('Preciso de jejum').first().waitFor();
    },
  },
  {
    name: 'phone-business',
    async open(page, { phone, demo }) {
      await page.goto(`${phone}/#/empresa?numero=${demo.instance}`);
      await page.getByRole('button').first().waitFor();
    },
  },
  {
    name: 'phone-backstage',
    async open(page, { phone }) {
      await page.goto(`${phone}/#/bastidores`);
      await page.getByRole('button').first().waitFor();
    },
  },
];
