import { setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import express from 'express';
import type { Logger } from '../config/logger';
import { chatwootRouter } from './chatwoot/chatwoot-router';
import { createPostWebhook, type PostWebhook } from './chatwoot/post-webhook';
import { ChatwootWebhooks } from './chatwoot/webhook-sender';
import { systemClock, type Clock } from './clock';
import { controlRouter } from './control/control-router';
import { Connections } from './evolution/connections';
import { emitBacklog } from './evolution/deliver';
import { evolutionRouter } from './evolution/evolution-router';
import { createPostJson } from './evolution/post-json';
import { WebhookSender } from './evolution/webhook-sender';
import { Faults } from './faults/faults';
import { Journal } from './journal/journal';
import { openAiRouter } from './openai/openai-router';
import { startMailServer } from './smtp/mail-server';
import { Changes } from './state/changes';
import { freshState } from './state/state';
import { StateFile } from './state/state-file';
import { Typing } from './state/typing';
import { defaultTimings, type Timings } from './timings';
import type { World } from './world';

export interface SandboxOptions {
  /** 0 takes a free one. */
  port: number;
  smtpPort: number;
  /** Only this machine, unless said otherwise: what answers everybody should not be open to everybody. */
  host?: string;
  log: Logger;
  /** Where the state is kept; without it, in memory. */
  dataDir?: string;
  /** Evolution's global key. */
  apiKey?: string;
  /** The built page. */
  phoneDir?: string;
  timings?: Partial<Timings>;
  clock?: Clock;
}

export interface Sandbox {
  url: string;
  evolutionUrl: string;
  openaiUrl: string;
  chatwootUrl: string;
  smtpUrl: string;
  close: () => Promise<void>;
}

const PHONE_NOT_BUILT =
  'The page is not built yet: run "npx vite build -c sandbox/phone/vite.config.ts" and load this again.';

/** Starts the outside systems' stand-ins and the page to play with them. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const file =
    options.dataDir === undefined ? null : new StateFile(join(options.dataDir, 'sandbox.json'), options.log);
  const closing = new AbortController();
  // One listener for each wait under way is what is wanted here.
  setMaxListeners(0, closing.signal);
  const sender = createPostJson();
  const chatwootSender = createPostWebhook();
  let url = '';
  const world = buildWorld(options, {
    state: (await file?.load()) ?? freshState(),
    save: async () => file?.flush(),
    post: sender.post,
    postChatwoot: chatwootSender.post,
    evolutionUrl: () => `${url}/evolution`,
    chatwootUrl: () => `${url}/chatwoot`,
    closing: closing.signal,
  });
  world.changes.listen(({ type }) => {
    if (['instances', 'customers', 'chat', 'mails', 'chatwoot'].includes(type)) file?.touch();
  });
  const server = createServer(buildApp(world, options.phoneDir ?? resolve('dist/phone')));
  const host = options.host ?? '127.0.0.1';
  url = await listen(server, options.port, host);
  const mail = await startMailServer(world, options.smtpPort, host).catch(async (error: unknown) => {
    await stopServer(server);
    throw error;
  });
  return {
    url,
    evolutionUrl: `${url}/evolution`,
    openaiUrl: `${url}/openai/v1`,
    chatwootUrl: `${url}/chatwoot`,
    smtpUrl: mail.url,
    close: async () => {
      closing.abort();
      world.connections.stop();
      world.webhooks.close();
      world.typing.close();
      await Promise.all([stopServer(server), mail.close(), sender.close(), chatwootSender.close()]);
      await file?.flush();
    },
  };
}

type Outside = Pick<World, 'state' | 'save' | 'evolutionUrl' | 'chatwootUrl' | 'closing'> & {
  post: ReturnType<typeof createPostJson>['post'];
  postChatwoot: PostWebhook;
};

function buildWorld(options: SandboxOptions, { post, postChatwoot, ...outside }: Outside): World {
  const clock = options.clock ?? systemClock;
  const changes = new Changes();
  const faults = new Faults(() => changes.announce({ type: 'faults' }));
  const journal = new Journal(() => changes.announce({ type: 'journal' }));
  const timings = { ...defaultTimings, ...options.timings };
  const { evolutionUrl: serverUrl } = outside;
  const webhooks = new WebhookSender({ clock, faults, journal, post, serverUrl });
  const connections = new Connections({
    clock,
    timings,
    changes,
    webhooks,
    onOpen: (instance) => emitBacklog(world, instance),
  });
  const world: World = {
    ...outside,
    log: options.log,
    clock,
    timings,
    changes,
    faults,
    journal,
    typing: new Typing(changes),
    webhooks,
    chatwootWebhooks: new ChatwootWebhooks({ clock, timings, faults, journal, post: postChatwoot }),
    connections,
    apiKey: options.apiKey ?? 'sandbox',
  };
  return world;
}

function buildApp(world: World, phoneDir: string): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/evolution', evolutionRouter(world));
  app.use('/openai/v1', openAiRouter(world));
  app.use('/chatwoot', chatwootRouter(world));
  app.use('/control', controlRouter(world));
  app.use(express.static(phoneDir));
  app.get('/', (_req, res) => {
    res.status(503).type('text').send(`${PHONE_NOT_BUILT}\n`);
  });
  return app;
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => done());
  });
  const address = server.address();
  return `http://localhost:${typeof address === 'object' && address !== null ? address.port : port}`;
}

/** Calls that hang on purpose would keep the server up for ever. */
async function stopServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeAllConnections();
  await closed;
}
