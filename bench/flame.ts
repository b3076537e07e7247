import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBusiness } from '../tests/support/business';
import { Stack } from '../tests/support/stack';
import { measure, type Target } from './load';
import { startStubs } from './stubs';

/**
 * `npm run bench:flame [seconds]`: where a turn's CPU goes. Profiles API and worker under load, writes
 * docs/images/turn-flame.svg and prints the time that each package spends itself.
 */
const seconds = Number(process.argv[2] ?? 10);
const FILE = 'docs/images/turn-flame.svg';
const CUSTOMERS = 16;
const WIDTH = 1_600;
const ROW = 17;
/** What is narrower is not drawn (px). */
const NARROW = 5;

interface Profile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string };
    children?: number[];
  }[];
  samples: number[];
  timeDeltas: number[];
}

/** A function with all it calls (ms). */
interface Frame {
  name: string;
  of: string;
  self: number;
  total: number;
  children: Map<string, Frame>;
}

const dir = mkdtempSync(join(tmpdir(), 'prosa-flame-'));
const stubs = await startStubs();
const profiling = ['--cpu-prof', `--cpu-prof-dir=${dir}`, '--cpu-prof-interval=500'];
const stack = await Stack.start(stubs, ['app'], {}, profiling);
const pids = stack.pids('app');
let messages = 0;
try {
  const target: Target = {
    ...(await createBusiness(stack.env)).webhook,
    parts: () => ({ app: stack.pids('app') }),
  };
  const measured = await measure(target, stubs, { customers: CUSTOMERS, seconds, warmUpSeconds: 3 });
  messages = measured.messagesPerSecond;
} finally {
  await stack.close();
  stubs.close();
}
const root = frame('all', '');
for (const file of readdirSync(dir).filter((name) => pids.some((pid) => name.includes(`.${pid}.`)))) {
  add(root, JSON.parse(readFileSync(join(dir, file), 'utf8')) as Profile, file);
}
rmSync(dir, { recursive: true });
writeFileSync(FILE, draw(root));
report(root);
process.exit(0);

function frame(name: string, of: string): Frame {
  return { name, of, self: 0, total: 0, children: new Map() };
}

/** One thread's samples, without the time it had nothing to do. */
function add(into: Frame, { nodes, samples, timeDeltas }: Profile, file: string): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const thread = /\.0\.\d+\.cpuprofile$/.test(file) ? 'main thread' : 'workflow thread';
  for (const [index, id] of samples.entries()) {
    const names: [string, string][] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { functionName = '', url = '' } = byId.get(at)?.callFrame ?? {};
      names.unshift([functionName === '' ? '(anonymous)' : functionName, packageOf(url, functionName)]);
    }
    const leaf = names.at(-1)?.[0];
    if (leaf === '(idle)' || leaf === '(program)') continue;
    names[0] = [thread, ''];
    const ms = (timeDeltas[index] ?? 0) / 1_000;
    let at = into;
    at.total += ms;
    for (const [name, of] of names) {
      const key = `${of}|${name}`;
      const next = at.children.get(key) ?? frame(name, of);
      at.children.set(key, next);
      next.total += ms;
      at = next;
    }
    at.self += ms;
  }
}

/** Whose code it is: a package, ours, or the platform. */
function packageOf(url: string, name: string): string {
  if (name === '(garbage collector)') return 'garbage collector';
  const found = /.*\/node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(url)?.[1];
  if (found !== undefined) return found;
  if (/workflows?\.js|workflow-bundle/.test(url)) return 'workflow bundle';
  if (url === '') return `native ${name}`;
  return url.includes('/dist/') ? 'prosa' : url.replace(/^node:(internal\/)?([^/]+).*/, 'node:$2');
}

function draw(all: Frame): string {
  const boxes: string[] = [];
  let depth = 0;
  const place = (each: Frame, x: number, level: number): void => {
    const width = (each.total / all.total) * WIDTH;
    if (width < NARROW) return;
    depth = Math.max(depth, level);
    const y = level * ROW;
    const words = each.of === '' ? each.name : `${each.name} · ${each.of}`;
    const share = ((each.total / all.total) * 100).toFixed(1);
    const shown = words.slice(0, Math.floor(width / 6.2));
    boxes.push(
      `<g><title>${escape(words)}: ${share} %</title><rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colour(each.of)}"/>${shown.length < 3 ? '' : `<text x="${(x + 3).toFixed(1)}" y="${y + 12}">${escape(shown)}</text>`}</g>`,
    );
    let next = x;
    for (const child of [...each.children.values()].sort((a, b) => b.total - a.total)) {
      place(child, next, level + 1);
      next += (child.total / all.total) * WIDTH;
    }
  };
  place(all, 0, 0);
  const height = (depth + 1) * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="monospace" font-size="10" role="img" aria-label="CPU of API and worker by function">\n<rect width="100%" height="100%" fill="#fff"/>\n${boxes.join('\n')}\n</svg>\n`;
}

/** The same package has the same colour. */
function colour(of: string): string {
  let hash = 7;
  for (const letter of of) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  return of === '' ? '#ddd' : `hsl(${hash} 70% 78%)`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function report(all: Frame): void {
  const packages = new Map<string, number>();
  const visit = (each: Frame): void => {
    packages.set(each.of, (packages.get(each.of) ?? 0) + each.self);
    for (const child of each.children.values()) visit(child);
  };
  visit(all);
  process.stdout.write(`${messages} messages a second while it was profiled; ${FILE}\n\n`);
  process.stdout.write('| package | share of the CPU of API and worker |\n|---|---|\n');
  for (const [name, ms] of [...packages].sort((a, b) => b[1] - a[1]).slice(0, 16)) {
    process.stdout.write(`| ${name} | ${((ms / all.total) * 100).toFixed(1)} % |\n`);
  }
}
