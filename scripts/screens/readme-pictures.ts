import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { inFewColours } from './palette-png';
import { type Place, SCREENS } from './screens';

const FOLDER = 'docs/images';
const LARGEST_BYTES = 120 * 1024;

/** File name → the screen it shows. */
const PICTURES = { conversations: 'chat-answered', knowledge: 'knowledge-search', phone: 'phone-chat' };

/** Small ones, so that a clone stays light: one pixel a point, in few colours. */
export async function takeReadmePictures(
  browser: Browser,
  place: Place,
  signIn: (context: BrowserContext, place: Place) => Promise<void>,
): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 760 },
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  await signIn(context, place);
  const blank = await context.newPage();
  for (const [name, screenName] of Object.entries(PICTURES)) {
    const screen = SCREENS.find((one) => one.name === screenName);
    if (screen === undefined) throw new Error(`there is no screen ${screenName}`);
    const page = await context.newPage();
    await screen.open(page, place);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.waitForTimeout(400);
    const path = `${FOLDER}/${name}.png`;
    const picture = await inFewColours(await page.screenshot(), blank);
    await page.close();
    if (picture.length > LARGEST_BYTES) throw new Error(`${path} is ${Math.round(picture.length / 1024)} KB`);
    writeFileSync(path, picture);
  }
  await context.close();
}
