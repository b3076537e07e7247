import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const envelopeSchema = z.looseObject({
  event: z.string(),
  instance: z.string(),
  data: z.unknown(),
  destination: z.string(),
  date_time: z.string(),
  sender: z.string().optional(),
  server_url: z.string(),
  apikey: z.null(),
});

export interface Received {
  headers: IncomingHttpHeaders;
  path: string;
  raw: string;
  body: z.infer<typeof envelopeSchema>;
}

export interface WebhookReceiver {
  url: string;
  received: Received[];
  of: (event: string) => Received[];
  /** Waits until that many events of this kind are there. */
  waitFor: (event: string, count?: number) => Promise<Received[]>;
  answerWith: (status: number) => void;
  close: () => Promise<void>;
}

/** The product's side of a webhook, for tests of ours. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const watchers = new Set<() => void>();
  let status = 200;
  const server = createServer((req, res) => {
    void text(req).then((raw) => {
      const body = envelopeSchema.parse(JSON.parse(raw));
      received.push({ headers: req.headers, path: req.url ?? '', raw, body });
      res.writeHead(status).end();
      for (const watch of watchers) watch();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const of = (event: string): Received[] => received.filter(({ body }) => body.event === event);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    of,
    waitFor: (event, count = 1) =>
      new Promise((resolve, reject) => {
        const end = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`${of(event).length} of ${count} ${event} came`));
        }, 5_000);
        const look = (): void => {
          if (of(event).length < count) return;
          clearTimeout(end);
          watchers.delete(look);
          resolve(of(event));
        };
        watchers.add(look);
        look();
      }),
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
