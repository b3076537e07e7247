import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { Product } from '../../tests/support/product';
import { checkAxe } from './check-axe';
import { type DemoData, fillWithLife } from './demo-data';
import { type Options, readOptions } from './options';
import { takeReadmePictures } from './readme-pictures';
import { type Place, type Screen, SCREENS } from './screens';

const FOLDER = '.local/screens';

const SHAPES = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};
const THEMES = ['dark', 'light'] as const;

const options = readOptions(process.argv.slice(2));
const problems: string[] = [];
let leaving = false;
const product = await Product.create();
let browser: Browser | undefined;
// It may come twice, from the terminal and from the script that started this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(1));

try {
  say('Starting the product, and filling it …');
  await product.start();
  const demo = await fillWithLife(product);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'],
    // A container's root has no user namespace to sandbox in.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  mkdirSync(FOLDER, { recursive: true });
  await takeAll(browser, demo, options);
  if (options.readme) await takeReadmePictures(browser, placeOf(demo, true), signIn);
  for (const problem of problems) say(`✗ ${problem}`);
  if (options.hold) await hold(demo);
  await leave(problems.length === 0 ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await leave(1);
}

async function takeAll(opened: Browser, demo: DemoData, { only, axe }: Options): Promise<void> {
  const wanted = SCREENS.filter(({ name }) => only === undefined || only.includes(name));
  for (const [shape, settings] of Object.entries(SHAPES)) {
    for (const theme of THEMES) {
      const context = await opened.newContext({
        ...settings,
        locale: 'pt-BR',
        timezoneId: 'America/Sao_Paulo',
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      await context.addInitScript(`localStorage.setItem('prosa-theme', '${theme}')`);
      const place = placeOf(demo, shape === 'wide');
      let isSignedIn = false;
      for (const screen of wanted) {
        if (screen.signedOut !== true && !isSignedIn) {
          await signIn(context, place);
          isSignedIn = true;
        }
        await take(context, screen, place, { title: `${screen.name}-${shape}-${theme}`, axe });
      }
      await context.close();
    }
  }
  say(`Pictures are in ${FOLDER}.`);
}

async function take(
  context: BrowserContext,
  screen: Screen,
  place: Place,
  { title, axe }: { title: string; axe: boolean },
): Promise<void> {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${title}: ${error.message}`));
  page.on('console', (message) => {
    // A refused sign-in is what its picture is of.
    if (message.type() === 'error' && !message.text().includes('401')) {
      problems.push(`${title}: ${message.text()}`);
    }
  });
  page.setDefaultTimeout(10_000);
  try {
    await screen.open(page, place);
    await settle(page);
    if (axe) problems.push(...(await checkAxe(page)).map((violation) => `${title}: ${violation}`));
  } catch (error) {
    problems.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
  }
  await page.screenshot({ path: `${FOLDER}/${title}.png` });
  await page.close();
}

/** Fonts and pictures are there, and what was to move has moved. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(400);
}

async function signIn(context: BrowserContext, place: Place): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${place.dashboard}/login`);
  await page.getByLabel('E-mail').fill('demo@prosa.local');
  await page.getByLabel('Senha', { exact: true }).fill('demo-prosa');
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.waitForURL('**/conversas**');
  await page.close();
}

function placeOf(demo: DemoData, isWide: boolean): Place {
  return { dashboard: product.url, phone: product.sandboxUrl, demo, isWide };
}

/** For looking around in what the pictures are of. */
async function hold(demo: DemoData): Promise<never> {
  say(`Dashboard ${product.url}, phone ${product.sandboxUrl}, ${JSON.stringify(demo)}. Ctrl-C ends it.`);
  return new Promise(() => undefined);
}

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await browser?.close();
  await product.remove();
  process.exit(code);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
