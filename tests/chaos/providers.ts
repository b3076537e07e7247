import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pick, type Random } from './random';

/** A message that reached a customer's phone. */
export interface Sent {
  id: string;
  number: string;
  text: string;
  tokens: string[];
  at: number;
}

/** Where a turn is when a stand-in hears of it: places at which a process can be killed. */
export type Moment = 'model asked' | 'message sent, not confirmed';

export interface Providers {
  openaiUrl: string;
  evolutionUrl: string;
  /** All that reached a phone, in order. */
  readonly sent: Sent[];
  /** Faults played so far, by name. */
  readonly faults: Record<string, number>;
  /** Called at each moment; what it returns is waited for before the stand-in goes on. */
  onMoment: (moment: Moment) => void;
  /** Whether faults are played now. */
  areFaulty: boolean;
  close(): void;
}

const ANSWER = 'Atendemos das 7h às 19h.';
const TOKEN = /tk-[\w-]+/g;
/** Shares of calls that go wrong. "told it was not": the message is on the phone, the caller hears of a failure. */
/** As Evolution says it of an exception. */
const SERVER_ERROR = {
  status: 500,
  error: 'Internal Server Error',
  response: { message: 'Internal Server Error' },
};

const SEND_FAULTS = {
  'sent, connection lost': 0.015,
  'sent, 500': 0.01,
  'not sent, 500': 0.01,
  'sent after 2 s': 0.005,
};
const MODEL_FAULTS = {
  'model 500': 0.01,
  'model 429': 0.005,
  'model reset': 0.005,
  'model garbage': 0.005,
  'model truncated': 0.005,
};

/** Evolution and OpenAI as a chaos run needs them: they keep a true record, and lie about it at given rates. */
export async function startProviders(random: Random): Promise<Providers> {
  const sent: Sent[] = [];
  const faults: Record<string, number> = {};
  const server = http.createServer((req, res) => {
    readBody(req)
      .then((body) =>
        req.url?.startsWith('/openai') ? model(body, res) : evolution(req.url ?? '', body, res),
      )
      .catch(() => res.destroy());
  });
  // The product keeps its connections; a stand-in that closes them first would be a fault of its own.
  server.keepAliveTimeout = 120_000;
  const providers: Providers = {
    openaiUrl: '',
    evolutionUrl: '',
    sent,
    faults,
    onMoment: () => undefined,
    areFaulty: true,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };

  function fault<T extends string>(shares: Record<T, number>): T | undefined {
    const chosen = providers.areFaulty ? pick(random, shares) : undefined;
    if (chosen !== undefined) faults[chosen] = (faults[chosen] ?? 0) + 1;
    return chosen;
  }

  async function evolution(url: string, body: Record<string, unknown>, res: ServerResponse): Promise<void> {
    if (url.startsWith('/evolution/chat/findMessages')) {
      answer(res, 200, { messages: { records: stored(body) } });
      return;
    }
    if (!url.startsWith('/evolution/message/sendText')) {
      answer(res, 201, {});
      return;
    }
    const wrong = fault(SEND_FAULTS);
    if (wrong === 'not sent, 500') {
      answer(res, 500, SERVER_ERROR);
      return;
    }
    if (wrong === 'sent after 2 s') await pause(2_000);
    const message = put(String(body['number']), String(body['text']));
    providers.onMoment('message sent, not confirmed');
    if (wrong === 'sent, connection lost') res.destroy();
    else if (wrong === 'sent, 500') answer(res, 500, SERVER_ERROR);
    else {
      const key = { id: message.id, fromMe: true, remoteJid: `${message.number}@s.whatsapp.net` };
      answer(res, 201, { key, status: 'PENDING', messageTimestamp: seconds(message.at) });
    }
  }

  function put(number: string, text: string): Sent {
    const id = `OUT${String(sent.length)}`;
    const message = { id, number: digits(number), text, tokens: text.match(TOKEN) ?? [], at: Date.now() };
    sent.push(message);
    return message;
  }

  function stored(body: Record<string, unknown>): object[] {
    const { where } = body as { where: { key: { remoteJid: string } } };
    const number = digits(where.key.remoteJid);
    return sent
      .filter((message) => message.number === number)
      .slice(-50)
      .map(({ id, text, at }) => ({
        key: { id, fromMe: true },
        message: { conversation: text },
        messageTimestamp: seconds(at),
      }));
  }

  async function model(body: Record<string, unknown>, res: ServerResponse): Promise<void> {
    providers.onMoment('model asked');
    const wrong = fault(MODEL_FAULTS);
    await pause(20 + random() * 60);
    switch (wrong) {
      case 'model 500':
        answer(res, 500, { error: { message: 'The server had an error', type: 'server_error' } });
        return;
      case 'model 429':
        answer(res, 429, { error: { message: 'Rate limit', type: 'requests' } }, { 'retry-after': '1' });
        return;
      case 'model reset':
        res.destroy();
        return;
      case 'model garbage':
        answer(res, 200, completion('@@@ <|im_end|> }{'));
        return;
      case 'model truncated':
        res.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
        res.write('{"id":"c","choices":[{"ind');
        res.destroy();
        return;
      case undefined:
        answer(res, 200, completion(JSON.stringify(reply(body))));
    }
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  providers.openaiUrl = `${url}/openai/v1`;
  providers.evolutionUrl = `${url}/evolution`;
  return providers;
}

/** Names all that was asked since the last answer, so that the record shows what each reply answered. */
function reply(body: Record<string, unknown>): object {
  const { messages } = body as { messages: { role: string; content: string }[] };
  // A fixed text that was said meanwhile answers nothing.
  const lastAnswer = messages.findLastIndex(
    ({ role, content }) => role === 'assistant' && content.includes(ANSWER),
  );
  const asked = messages
    .slice(lastAnswer + 1)
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
    .join('\n');
  const tokens = [...new Set(asked.match(TOKEN))].join(' ');
  if (/atendente/i.test(asked)) return { intent: 'person', answer: '', support: 'none', passages: [] };
  return { intent: 'question', answer: `${ANSWER} ${tokens}`, support: 'full', passages: [] };
}

function completion(content: string): object {
  return {
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'stand-in',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
  };
}

async function readBody(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function answer(
  res: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  const length = { 'content-length': String(Buffer.byteLength(text)) };
  res.writeHead(status, { 'content-type': 'application/json', ...length, ...headers });
  res.end(text);
}

const digits = (address: string) => address.replace(/@.*|\D/g, '');
const seconds = (ms: number) => Math.floor(ms / 1_000);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
