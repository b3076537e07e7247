import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const bodySchema = z.looseObject({ event: z.string() });

export interface Hook {
  headers: IncomingHttpHeaders;
  raw: string;
  body: z.infer<typeof bodySchema>;
}

export interface HookReceiver {
  url: string;
  received: Hook[];
  /** The kinds of what came, in their order. */
  events: () => string[];
  /** Waits until that many events of this kind are there. */
  waitFor: (event: string, count?: number) => Promise<Hook[]>;
  /** From now on: a status, or null for no answer at all. */
  answerWith: (status: number | null) => void;
  close: () => Promise<void>;
}

/** Takes Chatwoot's webhooks, for tests of ours. */
export async function startHookReceiver(): Promise<HookReceiver> {
  const received: Hook[] = [];
  let status: number | null = 200;
  const server = createServer((req, res) => {
    void text(req).then((raw) => {
      received.push({ headers: req.headers, raw, body: bodySchema.parse(JSON.parse(raw)) });
      if (status !== null) res.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const of = (event: string): Hook[] => received.filter(({ body }) => body.event === event);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    events: () => received.map(({ body }) => body.event),
    waitFor: async (event, count = 1) => {
      const end = Date.now() + 5_000;
      while (of(event).length < count) {
        if (Date.now() > end) throw new Error(`${of(event).length} of ${count} ${event} came`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return of(event);
    },
    answerWith: (next) => {
      status = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
