import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flowOf } from '../../tests/support/flow';
import { beginFlow, beginRunOf } from '../../tests/support/flow-runs';
import { MANUAL } from '../../tests/support/flow-sketches';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishDocument } from '../../tests/support/published-flow';
import { eventually } from '../../tests/support/test-tenant';

let harness: Harness;
const held: ServerResponse[] = [];
const server = createServer((req, res) => {
  if (req.url === '/slow') held.push(res);
  else res.writeHead(200).end();
});

beforeAll(async () => {
  harness = await startHarness({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
}, 120_000);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await harness.close();
});

const drawing = (path: string) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
  return flowOf({ start: MANUAL, chama: ['http_request', { method: 'GET', url }], fim: ['end'] }, [
    'start.out > chama',
    'chama.out > fim',
  ]);
};

/** A quarter of the 100 calls that a worker makes at once. */
const SHARE = 25;

it('a slow system of one tenant leaves places to the calls of others, and its own calls are all made (F26)', async () => {
  const [slow, other] = [await harness.tenant(), await harness.tenant()];
  const flow = await publishDocument(slow, drawing('slow'));
  const runs = await Promise.all(Array.from({ length: SHARE + 5 }, () => beginRunOf(slow, flow)));
  await eventually(() => expect(held).toHaveLength(SHARE));
  const quick = await beginFlow(other, drawing('quick'));
  await quick.reaches('ended');
  expect(held).toHaveLength(SHARE);
  // Those who found no place come again by themselves.
  const answering = setInterval(() => held.splice(0).forEach((res) => res.writeHead(200).end()), 50);
  try {
    await Promise.all(runs.map((run) => run.reaches('ended')));
  } finally {
    clearInterval(answering);
  }
}, 60_000);
