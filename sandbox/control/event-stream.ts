import type { Request, Response } from 'express';
import type { Change } from '../state/changes';
import type { World } from '../world';

const GATHER_MS = 40;
const HEARTBEAT_MS = 25_000;

/** Tells a page what changed, gathered so that a burst of a thousand messages is a handful of events. */
export function streamEvents(world: World, req: Request, res: Response): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  });
  res.write('retry: 1000\n\n');
  let gathered = new Map<string, Change>();
  let timer: NodeJS.Timeout | null = null;
  const send = (): void => {
    timer = null;
    const changes = [...gathered.values()];
    gathered = new Map();
    res.write(`data: ${JSON.stringify(changes)}\n\n`);
  };
  const stop = world.changes.listen((change) => {
    gathered.set(JSON.stringify(change), change);
    timer ??= setTimeout(send, GATHER_MS);
  });
  const heartbeat = setInterval(() => res.write(': here\n\n'), HEARTBEAT_MS);
  const end = (): void => {
    stop();
    clearInterval(heartbeat);
    if (timer !== null) clearTimeout(timer);
    res.end();
  };
  req.once('close', end);
  world.closing.addEventListener('abort', end, { once: true });
}
