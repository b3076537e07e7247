import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** The model and Evolution, as fast as they can be: what is measured is everything between them. */
export interface Stubs {
  openaiUrl: string;
  evolutionUrl: string;
  /** Resolves when a text with this token reaches Evolution. */
  reply(token: string): Promise<void>;
  /** Texts that came a second time, or that nobody waits for. */
  readonly surplus: { doubled: number; unexpected: number };
  close(): void;
}

const TOKEN = /tk-[\w-]+/;

export async function startStubs(): Promise<Stubs> {
  const waiting = new Map<string, () => void>();
  const seen = new Set<string>();
  const surplus = { doubled: 0, unexpected: 0 };
  let sent = 0;

  const server = http.createServer((req, res) => {
    let body = '';
    req.on('data', (data: Buffer) => (body += data.toString()));
    req.on('end', () => {
      const answer = req.url?.startsWith('/openai') ? model(body) : evolution(body);
      const text = JSON.stringify(answer);
      res.writeHead(req.url?.startsWith('/openai') ? 200 : 201, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      res.end(text);
    });
  });

  function evolution(body: string): object {
    const token = TOKEN.exec(body)?.[0];
    if (token !== undefined) {
      const done = waiting.get(token);
      if (done !== undefined) {
        waiting.delete(token);
        seen.add(token);
        done();
      } else if (seen.has(token)) surplus.doubled += 1;
      else surplus.unexpected += 1;
    }
    return {
      key: { id: `OUT${String(sent++)}`, fromMe: true, remoteJid: '' },
      status: 'PENDING',
      messages: { records: [] },
    };
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    openaiUrl: `${url}/openai/v1`,
    evolutionUrl: `${url}/evolution`,
    reply: (token) => new Promise((resolve) => waiting.set(token, resolve)),
    surplus,
    close: () => server.close(),
  };
}

/** Says the last token it was asked about, in the shape our turns want. */
function model(body: string): object {
  const token = body.match(new RegExp(TOKEN, 'g'))?.at(-1) ?? '';
  const reply = {
    intent: 'question',
    answer: `Atendemos das 7h às 19h. ${token}`,
    support: 'full',
    passages: ['1'],
  };
  return {
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'stub',
    choices: [
      { index: 0, message: { role: 'assistant', content: JSON.stringify(reply) }, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
  };
}
