import type { CDPSession, Page } from 'playwright-core';
import { openBrowser, openPage, signIn } from '../tests/support/browser';
import { Product } from '../tests/support/product';

/**
 * `npm run bench:editor [blocks] [rounds]`: how long the built editor takes to open a large flow in Chromium, and how long its
 * frames are while a block is dragged. Needs CHROMIUM_PATH. Frames come 60 times a second at most: 16.7 ms is "as fast as it goes".
 * Without a graphics card Chromium paints with the same cores, so what the page's own thread did for each move stands beside it.
 */
const BLOCKS = Number(process.argv[2] ?? 200);
const ROUNDS = Number(process.argv[3] ?? 5);
/** Blocks in a row of the drawing. */
const ROW = 20;
/** Moves of the pointer in one drag. */
const STEPS = 120;

/** What runs in the page: when the first frame with blocks in it was over, in ms since the navigation began. */
const NOTE_FIRST_BLOCK = `
  const look = () => document.querySelector('.react-flow__node') === null
    ? requestAnimationFrame(look)
    : requestAnimationFrame(() => { globalThis.firstBlock = performance.now(); });
  requestAnimationFrame(look);`;
const FIRST_BLOCK = `new Promise((resolve) => {
  const look = () => globalThis.firstBlock === undefined ? setTimeout(look, 20) : resolve(globalThis.firstBlock);
  look();
})`;
/** From now on, when each frame began. */
const NOTE_FRAMES = `{
  const seen = globalThis.seen = [];
  const note = (now) => { seen.push(now); if (globalThis.seen === seen) requestAnimationFrame(note); };
  requestAnimationFrame(note);
}`;
/** Where the block nearest to the middle can be taken hold of. */
const MIDDLE_BLOCK = `(() => {
  const boxes = [...document.querySelectorAll('.react-flow__node')].map((node) => node.getBoundingClientRect());
  const far = (box) => Math.hypot(box.x + box.width / 2 - innerWidth / 2, box.y - innerHeight / 2);
  const { x, y, width, height } = boxes.sort((a, b) => far(a) - far(b))[0];
  return { x: x + width / 2, y: y + Math.min(20, height / 2) };
})()`;

const product = await Product.create();
try {
  await product.start();
  const browser = await openBrowser();
  const { page } = await openPage(browser);
  await signIn(page, product.url);
  const address = `${product.url}/automations/${await drawFlow()}`;
  await page.addInitScript(NOTE_FIRST_BLOCK);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const opened: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) opened.push(await open(page, address));
  say(
    `| ${String(BLOCKS)} blocks | p50 ms | p95 ms | longest ms | script ms/move | thread ms/move | elements |`,
  );
  say('|---|---|---|---|---|---|---|');
  line('opened, from the address to the first blocks', opened, await elementsOf(page));
  const asItOpens = await frames(page, devtools);
  line('a frame while dragging, as it opens', asItOpens.took, await elementsOf(page), asItOpens);
  await page.keyboard.press('0');
  const allInView = await frames(page, devtools);
  line('a frame while dragging, all of it in view', allInView.took, await elementsOf(page), allInView);
  await browser.close();
} finally {
  await product.remove();
}
process.exit(0);

/** Rows of questions and messages, each row wired on to the next. @returns its id */
async function drawFlow(): Promise<string> {
  const login = await call('POST', '/api/v1/auth/login', '', {
    email: 'demo@prosa.local',
    password: 'demo-prosa',
  });
  const token = String(login['accessToken']);
  const { id } = await call('POST', '/api/v1/automations', token, { name: 'Grande' });
  const kinds = ['send_text', 'condition', 'set_variable', 'wait', 'send_buttons'];
  const nodes = Array.from({ length: BLOCKS }, (_, index) => ({
    id: `n${index}`,
    kind: index === 0 ? 'message_received' : kinds[index % kinds.length],
    settings: {},
    position: { x: (index % ROW) * 336, y: Math.floor(index / ROW) * 240 },
  }));
  const edges = nodes.slice(1).map((to, index) => {
    const isQuestion = nodes[index]?.kind === 'condition';
    return { from: `n${index}`, handle: isQuestion ? 'yes' : 'out', to: to.id };
  });
  const { revision } = await call('GET', `/api/v1/automations/${String(id)}`, token);
  await call('PUT', `/api/v1/automations/${String(id)}`, token, { draft: { nodes, edges }, revision });
  return String(id);
}

async function call(
  method: string,
  path: string,
  token: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(product.url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Loads the page anew, files from the browser's cache, as whoever uses it every day has them. */
async function open(on: Page, to: string): Promise<number> {
  await on.goto(to);
  return on.evaluate<number>(FIRST_BLOCK);
}

function elementsOf(on: Page): Promise<number> {
  return on.evaluate<number>(`document.querySelectorAll('.react-flow *').length`);
}

interface Work {
  /** Milliseconds for each move of the pointer: of scripts, and of all that the page's thread did. */
  script: number;
  thread: number;
}

/** Drags the block nearest to the middle in a circle. @returns how long each frame took, and how much work each move was */
async function frames(on: Page, devtools: CDPSession): Promise<Work & { took: number[] }> {
  const took: number[] = [];
  const work: Work = { script: 0, thread: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { x, y } = await on.evaluate<{ x: number; y: number }>(MIDDLE_BLOCK);
    await on.mouse.move(x, y);
    await on.mouse.down();
    await on.evaluate(NOTE_FRAMES);
    const before = await workOf(devtools);
    for (let step = 1; step <= STEPS; step += 1) {
      const turn = (step / STEPS) * 2 * Math.PI;
      await on.mouse.move(x + 90 * Math.sin(turn), y + 90 * (1 - Math.cos(turn)));
    }
    const after = await workOf(devtools);
    work.script += (after.script - before.script) / (STEPS * ROUNDS);
    work.thread += (after.thread - before.thread) / (STEPS * ROUNDS);
    const at = await on.evaluate<number[]>('globalThis.seen.slice()');
    await on.mouse.up();
    took.push(...at.slice(1).map((now, index) => now - (at[index] ?? now)));
  }
  return { took, ...work };
}

/** Milliseconds since the page was opened. */
async function workOf(devtools: CDPSession): Promise<Work> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted: string) => 1_000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0);
  return { script: of('ScriptDuration'), thread: of('TaskDuration') };
}

function line(what: string, values: readonly number[], count: number, work?: Work): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const [script, thread] = [work?.script.toFixed(1) ?? '', work?.thread.toFixed(1) ?? ''];
  say(`| ${what} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${script} | ${thread} | ${String(count)} |`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
