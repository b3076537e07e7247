import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * As much of Redis as limits need: keys with a number and an expiry, and the one script that counts. It is not Redis:
 * it proves that our side speaks the protocol and shares what it counts, not that the script is right.
 */
export async function startLittleRedis(): Promise<{ url: string; keys(): string[]; close(): Promise<void> }> {
  const values = new Map<string, { value: number; expiresAt: number }>();
  const sockets = new Set<Socket>();
  const alive = (key: string) => {
    const entry = values.get(key);
    return entry !== undefined && entry.expiresAt > Date.now() ? entry : undefined;
  };
  const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

  function answer([command = '', ...args]: string[]): string {
    const [key = ''] = args;
    switch (command.toUpperCase()) {
      case 'HELLO':
        return `*2\r\n${bulk('proto')}:2\r\n`;
      case 'GET': {
        const entry = alive(key);
        return entry === undefined ? '$-1\r\n' : bulk(String(entry.value));
      }
      case 'PTTL':
        return `:${(alive(key)?.expiresAt ?? Date.now() - 2) - Date.now()}\r\n`;
      case 'SET':
        values.set(key, { value: Number(args[1]), expiresAt: Date.now() + Number(args[3]) * 1_000 });
        return '+OK\r\n';
      case 'DEL':
        return `:${values.delete(key) ? 1 : 0}\r\n`;
      case 'EVAL': {
        const [, , counted = '', by, seconds] = args;
        const entry = alive(counted) ?? { value: 0, expiresAt: Date.now() + Number(seconds) * 1_000 };
        entry.value += Number(by);
        values.set(counted, entry);
        return `*2\r\n:${entry.value}\r\n:${entry.expiresAt - Date.now()}\r\n`;
      }
      default:
        return '+OK\r\n';
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let buffered = '';
    socket.on('data', (data) => {
      buffered += data.toString('latin1');
      for (let read = readCommand(buffered); read !== undefined; read = readCommand(buffered)) {
        buffered = read.rest;
        socket.write(answer(read.command));
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: () => [...values.keys()],
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** `*2\r\n$3\r\nGET\r\n$1\r\na\r\n` @returns undefined while it is not all there */
function readCommand(text: string): { command: string[]; rest: string } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  const command: string[] = [];
  let at = head[0].length;
  for (let part = 0; part < Number(head[1]); part += 1) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (size === null) return undefined;
    at += size[0].length;
    const end = at + Number(size[1]);
    if (text.length < end + 2) return undefined;
    command.push(text.slice(at, end));
    at = end + 2;
  }
  return { command, rest: text.slice(at) };
}
