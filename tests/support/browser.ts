import { readFileSync } from 'node:fs';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';

/** One Chromium for a test file; `scripts/test.mjs` says where it is. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (executablePath === undefined) {
    throw new Error('CHROMIUM_PATH is not set. `npm test` finds or installs Chromium and sets it.');
  }
  // Root, as containers are, has no sandbox for Chromium.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Read by the environment of these tests when one fails. */
const openPages: Page[] = [];
Object.assign(globalThis, { openPages });

/** A page of its own session, in Portuguese, whose errors are collected. */
export async function openPage(
  browser: Browser,
  { width = 1440, height = 900 } = {},
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  openPages.push(page);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A refused request is told by the page; anything else on the console is a mistake of ours.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      problems.push(message.text());
    }
  });
  return { page, problems };
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface AxeWindow {
  axe: {
    run(options: object): Promise<{
      violations: { id: string; help: string; nodes: { target: string[] }[] }[];
    }>;
  };
}

/** What WCAG 2.2 A and AA forbid on the page as it stands: one line each, with the places. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Not a <script>: the page's content security policy refuses those, as it should.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as AxeWindow;
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run({ runOnly });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
    );
  });
}

/** As the person of the demonstration, or a colleague of theirs, up to the inbox. */
export async function signIn(page: Page, url: string, email = 'demo@prosa.local'): Promise<void> {
  await page.goto(url);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Senha', { exact: true }).fill('demo-prosa');
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.waitForURL('**/conversas');
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where something is drawn, once it no longer moves: two looks, two frames or more apart, see the same. */
export async function restingBox(locator: Locator): Promise<Box> {
  let last: Box | null = null;
  for (;;) {
    const box = await locator.boundingBox();
    if (box && last && box.x === last.x && box.y === last.y && box.width === last.width) return box;
    last = box;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
