import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import { newId } from '../../config/new-id';
import { createCredential } from '../../services/flow/credentials';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { fireEvent } from '../../services/flow/fire-event';
import { hashToken } from '../../services/flow/external-waits';
import { FAILURES_AN_HOUR } from '../../services/flow/pause-failing';
import { flowOf, SAY } from '../../tests/support/flow';
import { beginFlow, beginRunOf, wayOf } from '../../tests/support/flow-runs';
import { GIVES, HOLD, MANUAL } from '../../tests/support/flow-sketches';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishDocument } from '../../tests/support/published-flow';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
let server: Server;
let url: string;
let answer: RequestListener;
let calls: { key: string | undefined; body: string }[];

beforeAll(async () => {
  harness = await startHarness({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } });
  tenant = await harness.tenant();
  server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      calls.push({ key: req.headers['idempotency-key']?.toString(), body });
      answer(req, res);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
beforeEach(() => {
  calls = [];
  answer = (_req, res) => res.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await harness.close();
});

const tables = <T>(work: Parameters<Harness['deps']['db']['withTenant']>[1]) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, work) as Promise<T>;

describe('http_request', () => {
  const drawing = (more: Record<string, unknown> = {}) =>
    flowOf(
      {
        start: MANUAL,
        chama: [
          'http_request',
          { method: 'POST', url: '{{ gatilho.url }}/x', body: '{"a":"{{ gatilho.a }}"}' },
          more,
        ],
        fim: ['end', GIVES({ ok: '{{ blocos.chama.corpo.ok }}' })],
        erro: ['end', GIVES({ tipo: '{{ erro.tipo }}' })],
      },
      ['start.out > chama', 'chama.out > fim', 'chama.error > erro'],
    );

  it('gives what the other system answers, and names the call', async () => {
    const run = await beginFlow(tenant, drawing(), { payload: { a: 'um', url } });
    const row = await run.reaches('ended');
    expect(row.outputs).toMatchObject({ ok: true });
    expect(calls).toEqual([{ key: expect.stringContaining(`${run.runId}:chama:e`), body: '{"a":"um"}' }]);
  });

  it('is tried again as often as the node says, under the same name', async () => {
    answer = (_req, res) =>
      calls.length < 2 ? res.writeHead(503).end() : res.writeHead(200).end('{"ok":true}');
    const run = await beginFlow(tenant, drawing({ retries: 2 }), { payload: { url } });
    await run.reaches('ended');
    expect(calls).toHaveLength(2);
    expect(calls[0]?.key).toBe(calls[1]?.key);
  });

  it('leaves by "error" where the drawing has that way, and else fails', async () => {
    answer = (_req, res) => res.writeHead(404).end();
    const branch = await beginFlow(tenant, drawing({ onError: { mode: 'branch' } }), { payload: { url } });
    expect((await branch.reaches('ended')).outputs).toMatchObject({ tipo: 'http_error' });
    const stop = await beginFlow(tenant, drawing(), { payload: { url } });
    expect((await stop.reaches('failed')).failure).toMatchObject({ type: 'http_error', node: 'chama' });
    expect(calls).toHaveLength(2);
  });

  it('can be gone on from when it failed, without doing again what was done', async () => {
    answer = (_req, res) =>
      calls.length === 2 ? res.writeHead(500).end() : res.writeHead(200).end('{"ok":true}');
    const first = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          um: ['http_request', { method: 'POST', url: '{{ gatilho.url }}/um' }],
          dois: ['http_request', { method: 'POST', url: '{{ gatilho.url }}/dois' }],
          fim: ['end', GIVES({ um: '{{ blocos.um.status }}', dois: '{{ blocos.dois.status }}' })],
        },
        ['start.out > um', 'um.out > dois', 'dois.out > fim'],
      ),
      { payload: { url } },
    );
    await first.reaches('failed');
    const { body } = await tenant.post(`/api/v1/automations/runs/${first.runId}/retry`, { from: 'failure' });
    const { runId } = body as { runId: string };
    const stranger = await harness.tenant();
    expect(
      (await stranger.post(`/api/v1/automations/runs/${first.runId}/retry`, { from: 'failure' })).status,
    ).toBe(404);
    await eventually(async () => {
      const row = await tables<{ status: string; outputs: unknown }>((tx) =>
        tx.flowRun.findUniqueOrThrow({ where: { id: runId } }),
      );
      expect(row).toMatchObject({ status: 'ended', outputs: { um: 200, dois: 200 } });
    });
    expect(calls).toHaveLength(3);
  });
});

describe('AI', () => {
  it('classifies, and takes fields out; in doubt it leaves by "unsure"', async () => {
    const drawing = flowOf(
      {
        start: MANUAL,
        assunto: [
          'ai_classify',
          {
            text: '{{ gatilho.texto }}',
            labels: [
              { key: 'agendar', name: 'agendar consulta' },
              { key: 'preco', name: 'preço ou valor' },
            ],
          },
        ],
        campos: ['ai_extract', { text: '{{ gatilho.texto }}', fields: [{ name: 'idade', type: 'number' }] }],
        duvida: ['end', GIVES({ duvida: 'sim' })],
        outro: ['end', GIVES({ assunto: 'preço' })],
        fim: [
          'end',
          GIVES({ idade: '{{ blocos.campos.campos.idade }}', rotulo: '{{ blocos.assunto.rotulo }}' }),
        ],
      },
      [
        'start.out > assunto',
        'assunto.label:agendar > campos',
        'assunto.label:preco > outro',
        'assunto.unsure > duvida',
        'campos.out > fim',
        'campos.unsure > duvida',
      ],
    );
    const flow = await publishDocument(tenant, drawing);
    const ask = async (texto: string) => {
      const run = await beginRunOf(tenant, flow, { payload: { texto } });
      return { run, outputs: (await run.reaches('ended')).outputs };
    };
    const sure = await ask('quero agendar uma consulta, idade: 31');
    expect(sure.outputs).toMatchObject({ idade: 31, rotulo: 'agendar consulta' });
    expect((await ask('xyz')).outputs).toMatchObject({ duvida: 'sim' });
    expect((await ask('agendar consulta')).outputs).toMatchObject({ duvida: 'sim' });
    const used = await tables<{ promptTokens: number; model: string | null }[]>((tx) =>
      tx.flowCall.findMany({ where: { runId: sure.run.runId } }),
    );
    expect(used).toHaveLength(2);
    expect(used.every(({ promptTokens, model }) => promptTokens > 0 && model !== null)).toBe(true);
  });

  it('that has no credit left leaves by "quota"', async () => {
    await harness.phone.fault({
      target: 'openai.chat',
      kind: 'status',
      times: 1,
      status: 429,
      body: { error: { message: 'no credit', type: 'insufficient_quota', code: 'insufficient_quota' } },
    });
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          escreve: ['ai_generate', { by: { model: 'gpt-4.1-mini' }, prompt: 'Oi' }],
          fim: ['end'],
          cota: ['end', GIVES({ cota: 'sim' })],
        },
        ['start.out > escreve', 'escreve.out > fim', 'escreve.quota > cota'],
      ),
    );
    const row = await run.reaches('ended');
    await harness.phone.heal();
    expect(row.outputs).toMatchObject({ cota: 'sim' });
  });
});

describe('send_email', () => {
  const drawing = flowOf(
    {
      start: MANUAL,
      envia: [
        'send_email',
        { to: ['{{ gatilho.email }}'], subject: 'Olá {{ gatilho.nome }}', body: 'Oi <b>' },
        { onError: { mode: 'branch' } },
      ],
      fim: ['end'],
      erro: ['end', GIVES({ tipo: '{{ erro.tipo }}' })],
    },
    ['start.out > envia', 'envia.out > fim', 'envia.error > erro'],
  );

  it('sends one, and refuses what is no address', async () => {
    const email = `${newId()}@example.test`;
    const run = await beginFlow(tenant, drawing, { payload: { email, nome: 'Ana' } });
    await run.reaches('ended');
    const mails = (await harness.phone.mails()).filter(({ to }) => to.includes(email));
    expect(mails).toMatchObject([{ subject: 'Olá Ana' }]);
    const wrong = await beginFlow(tenant, drawing, { payload: { email: 'ninguém', nome: 'Ana' } });
    expect((await wrong.reaches('ended')).outputs).toMatchObject({ tipo: 'invalid_address' });
  });
});

describe('another system calls back', () => {
  const drawing = (before: number) =>
    flowOf(
      {
        start: MANUAL,
        pede: [
          'http_request',
          { method: 'POST', url: '{{ gatilho.url }}/pede', body: '{{ blocos.fora.endereco }}' },
        ],
        antes: ['wait', HOLD(before)],
        fora: [
          'wait_external',
          { timeoutSeconds: 3_600, bodySchema: { type: 'object', required: ['valor'] } },
        ],
        fim: ['end', GIVES({ valor: '{{ blocos.fora.corpo.valor }}' })],
        tarde: ['end', { status: 'failure' }],
      },
      [
        'start.out > pede',
        'pede.out > antes',
        'antes.out > fora',
        'fora.received > fim',
        'fora.timed_out > tarde',
      ],
    );
  const send = (address: string, body: unknown) =>
    fetch(address.replace(/^https?:\/\/[^/]+/, harness.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('once, at an address that was given away before it was waited for', async () => {
    const run = await beginFlow(tenant, drawing(1), { payload: { url } });
    await run.standsAt('fora');
    const address = calls[0]?.body ?? '';
    expect((await send(address, { outro: 1 })).status).toBe(400);
    expect((await send(address, { valor: 7 })).status).toBe(202);
    expect((await send(address, { valor: 8 })).status).toBe(410);
    expect((await run.reaches('ended')).outputs).toMatchObject({ valor: 7 });
    expect((await send(`${address}x`, { valor: 1 })).status).toBe(404);
  });

  it('before the run is there', async () => {
    const run = await beginFlow(tenant, drawing(1), { payload: { url } });
    await run.standsAt('antes');
    expect((await send(calls[0]?.body ?? '', { valor: 9 })).status).toBe(202);
    expect((await run.reaches('ended')).outputs).toMatchObject({ valor: 9 });
  });

  it('after the run was cancelled, and is told so', async () => {
    const run = await beginFlow(tenant, drawing(1), { payload: { url } });
    await run.standsAt('fora');
    await run.cancel();
    await run.reaches('cancelled');
    expect((await send(calls[0]?.body ?? '', { valor: 9 })).status).toBe(410);
  });
});

describe('sub-flows', () => {
  it('are waited for, get inputs and give outputs; what fails in them fails in the caller', async () => {
    const child = await publishDocument(
      tenant,
      flowOf(
        {
          start: MANUAL,
          fim: ['end', GIVES({ dobro: '{{ variaveis.nome }}{{ variaveis.nome }}' })],
        },
        ['start.out > fim'],
        { variables: [{ name: 'nome', type: 'text', initial: '' }] },
      ),
    );
    const broken = await publishDocument(
      tenant,
      flowOf({ start: MANUAL, fim: ['end', { status: 'failure' }] }, ['start.out > fim']),
    );
    const parent = (flowId: string) =>
      flowOf(
        {
          start: MANUAL,
          chama: ['start_subflow', { flowId, inputs: [{ name: 'nome', value: '{{ gatilho.nome }}' }] }],
          fim: ['end', GIVES({ veio: '{{ blocos.chama.saidas.dobro }}' })],
        },
        ['start.out > chama', 'chama.done > fim'],
      );
    const run = await beginFlow(tenant, parent(child.flowId), { payload: { nome: 'Bia' } });
    expect((await run.reaches('ended')).outputs).toMatchObject({ veio: 'BiaBia' });
    const sorry = await beginFlow(tenant, parent(broken.flowId));
    expect((await sorry.reaches('failed')).failure).toMatchObject({ type: 'subflow_failed' });
    const nobody = await beginFlow(tenant, parent(newId()));
    expect((await nobody.reaches('failed')).failure).toMatchObject({ type: 'flow_not_published' });
  });
});

describe('moving to another version (F14)', () => {
  const version = (word: string, place: string) =>
    flowOf({ start: MANUAL, [place]: ['wait', HOLD(2)], fim: ['end', GIVES({ versao: word })] }, [
      `start.out > ${place}`,
      `${place}.out > fim`,
    ]);
  const publishOver = (flowId: string, document: ReturnType<typeof version>, number: number) => {
    const id = newId();
    return tables<{ id: string }>((tx) =>
      tx.flowVersion.create({
        data: {
          id,
          tenantId: tenant.ctx.tenantId,
          flowId,
          number,
          document: JSON.parse(JSON.stringify(document)) as never,
          hash: id,
        },
      }),
    );
  };

  it('changes the way of nobody who was not moved, and of nobody whose place is gone', async () => {
    const flow = await publishDocument(tenant, version('um', 'aqui'));
    const runs = await Promise.all(Array.from({ length: 3 }, () => beginRunOf(tenant, flow)));
    for (const run of runs) await run.standsAt('aqui');
    const same = await publishOver(flow.flowId, version('dois', 'aqui'), 2);
    const other = await publishOver(flow.flowId, version('três', 'ali'), 3);
    const [stays, moves, cannot] = runs;
    const { tenantId } = tenant.ctx;
    await harness.deps.workflows.moveFlowRun({ tenantId, runId: moves?.runId ?? '' }, { versionId: same.id });
    await harness.deps.workflows.moveFlowRun(
      { tenantId, runId: cannot?.runId ?? '' },
      { versionId: other.id },
    );
    expect((await stays?.reaches('ended'))?.outputs).toMatchObject({ versao: 'um' });
    expect(await moves?.reaches('ended')).toMatchObject({ outputs: { versao: 'dois' }, versionId: same.id });
    expect((await cannot?.reaches('ended'))?.outputs).toMatchObject({ versao: 'um' });
  });
});

describe('the pause rule', () => {
  it('pauses a flow that keeps failing, and mails once', async () => {
    const { ctx, options } = await harness.tenant();
    const unlucky = { ctx, options } as TestTenant;
    const flow = await publishDocument(
      unlucky,
      flowOf(
        { start: MANUAL, data: ['wait', { for: { by: 'date', date: 'x', ifPast: 'fail' } }], fim: ['end'] },
        ['start.out > data', 'data.out > fim'],
      ),
    );
    for (let index = 0; index < FAILURES_AN_HOUR + 1; index += 1) {
      await (await beginRunOf(unlucky, flow)).reaches('failed');
    }
    const row = await harness.deps.db.withTenant(ctx.tenantId, (tx) =>
      tx.flow.findUniqueOrThrow({ where: { id: flow.flowId } }),
    );
    expect(row).toMatchObject({ status: 'paused', pausedBy: 'failures' });
    await eventually(async () => {
      const mails = (await harness.phone.mails()).filter(({ to }) => to.includes(options.email));
      expect(mails).toHaveLength(1);
    });
  });
});

describe('transform', () => {
  const reckon = (jsonata: string, type = 'any') =>
    flowOf(
      {
        start: MANUAL,
        soma: ['transform', { jsonata, saveTo: 'total', type }, { onError: { mode: 'branch' } }],
        fim: ['end', GIVES({ total: '{{ variaveis.total }}' })],
        erro: ['end', GIVES({ tipo: '{{ erro.tipo }}' })],
      },
      ['start.out > soma', 'soma.out > fim', 'soma.error > erro'],
    );
  const payload = { itens: [{ preco: 60 }, { preco: 45.5 }] };

  it.each<[string, string, string, FlowObject]>([
    ['reckons', '$sum(gatilho.itens.preco)', 'number', { total: 105.5 }],
    ['keeps what the database would refuse out of it', '"a\\u0000b"', 'text', { total: 'ab' }],
    ['refuses another type', '"muito"', 'number', { tipo: 'wrong_type' }],
    ['tells what went wrong', '$error("não")', 'any', { tipo: 'invalid_expression' }],
    ['gives no more than a run carries', '$pad("", 70000, "x")', 'text', { tipo: 'too_large' }],
  ])('%s', async (_what, jsonata, type, outputs) => {
    const run = await beginFlow(tenant, reckon(jsonata, type), { payload });
    expect((await run.reaches('ended')).outputs).toMatchObject(outputs);
  });
});

describe('inbound webhook', () => {
  it('begins one run for one event, and refuses who has no secret', async () => {
    const credential = await createCredential(harness.deps, tenant.ctx, {
      name: newId(),
      type: 'bearer',
      hosts: ['example.test'],
      keyName: null,
      secret: 'muito-secreto',
    });
    const settings = {
      auth: { by: 'hmac', credentialId: credential.id, header: 'X-Signature' },
      dedupePath: 'pedido.id',
      contactPath: 'telefone',
      bodySchema: { type: 'object', required: ['pedido'] },
    };
    const flow = await publishDocument(
      tenant,
      flowOf(
        {
          start: ['inbound_webhook', settings],
          fim: ['end', GIVES({ id: '{{ gatilho.corpo.pedido.id }}' })],
          sem: ['end', GIVES({ sem: 'sim' })],
        },
        ['start.out > fim', 'start.no_contact > sem'],
      ),
    );
    const token = newId();
    await tables((tx) =>
      tx.flowTrigger.updateMany({
        where: { flowId: flow.flowId },
        data: {
          tokenHash: hashToken(token),
          settings: { method: 'POST', reply: { status: 200, body: '' }, ...settings },
        },
      }),
    );
    const send = (body: string, signature: string, path = token) =>
      fetch(`${harness.url}/webhooks/flows/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-signature': signature },
        body,
      });
    const sign = (body: string) =>
      `sha256=${createHmac('sha256', 'muito-secreto').update(body).digest('hex')}`;
    const body = JSON.stringify({ pedido: { id: 'p-1' }, telefone: '31987654321' });
    expect((await send(body, sign(`${body} `))).status).toBe(401);
    expect((await send(body, sign(body), newId())).status).toBe(404);
    expect((await send('{}', sign('{}'))).status).toBe(400);
    const sample = await send(body, sign(body), `${token}/test`);
    expect(sample.status).toBe(200);
    const first = await send(body, sign(body));
    const again = await send(body, sign(body));
    expect([first.status, again.status]).toEqual([202, 202]);
    const { runId } = (await first.json()) as { runId: string };
    expect(await again.json()).toEqual({ runId });
    await eventually(async () => {
      const runs = await tables<{ status: string; outputs: unknown }[]>((tx) =>
        tx.flowRun.findMany({ where: { flowId: flow.flowId } }),
      );
      expect(runs).toMatchObject([{ status: 'ended', outputs: { sem: 'sim' } }]);
    });
  });
});

describe('a contact made by a webhook', () => {
  /** A webhook that may make contacts, and an automation that waits for new ones. */
  async function webhook(more: Record<string, unknown>) {
    const credential = await createCredential(harness.deps, tenant.ctx, {
      name: newId(),
      type: 'bearer',
      hosts: ['example.test'],
      keyName: null,
      secret: 'segredo',
    });
    const settings = {
      auth: { by: 'token', credentialId: credential.id },
      contactPath: 'cliente.fone',
      namePath: 'cliente.nome',
      emailPath: 'cliente.email',
      ...more,
    };
    const flow = await publishDocument(
      tenant,
      flowOf(
        {
          start: ['inbound_webhook', settings],
          fim: ['end', GIVES({ quem: '{{ contato.nome }} {{ contato.telefone }} {{ contato.email }}' })],
          sem: ['end', GIVES({ sem: 'sim' })],
        },
        ['start.out > fim', 'start.no_contact > sem'],
      ),
    );
    const token = newId();
    await tables((tx) =>
      tx.flowTrigger.updateMany({
        where: { flowId: flow.flowId },
        data: {
          tokenHash: hashToken(token),
          settings: { method: 'POST', reply: { status: 200, body: '' }, ...settings },
        },
      }),
    );
    const send = (cliente: unknown, key: string = newId()) =>
      fetch(`${harness.url}/webhooks/flows/${token}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: 'Bearer segredo',
          'idempotency-key': key,
        },
        body: JSON.stringify({ cliente }),
      });
    const outputs = (count: number) =>
      eventually(async () => {
        const runs = await tables<{ status: string; outputs: { quem?: string; sem?: string } }[]>((tx) =>
          tx.flowRun.findMany({ where: { flowId: flow.flowId }, orderBy: { startedAt: 'asc' } }),
        );
        expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 'ended'));
        return runs.map(({ outputs: { quem, sem } }) => quem ?? sem);
      });
    return { send, outputs };
  }
  const withPhone = (phone: string) =>
    tables<{ id: string; name: string | null }[]>((tx) =>
      tx.contact.findMany({ where: { identities: { some: { kind: 'phone', value: phone } } } }),
    );

  it('has its phone, name and e-mail, once, however many calls come at once', async () => {
    const { send, outputs } = await webhook({ createContact: true });
    const waits = await publishDocument(
      tenant,
      flowOf(
        {
          start: ['contact_created', { sources: ['api'] }],
          fim: ['end', GIVES({ de: '{{ gatilho.origem }}' })],
        },
        ['start.out > fim'],
      ),
    );
    const ana = { fone: '(31) 98111-2233', nome: ' Ana Lima ', email: 'ANA@Exemplo.com' };
    const same = await Promise.all(Array.from({ length: 6 }, () => send(ana, 'pedido-1')));
    const others = await Promise.all(Array.from({ length: 6 }, () => send({ ...ana, fone: 5531981112233 })));
    expect(new Set([...same, ...others].map(({ status }) => status))).toEqual(new Set([202]));
    expect(await withPhone('5531981112233')).toMatchObject([{ name: 'Ana Lima' }]);
    const told = await outputs(7);
    expect(new Set(told)).toEqual(new Set(['Ana Lima 5531981112233 ana@exemplo.com']));
    await eventually(async () => {
      const begun = await tables<{ status: string; outputs: unknown }[]>((tx) =>
        tx.flowRun.findMany({ where: { flowId: waits.flowId } }),
      );
      expect(begun).toMatchObject([{ status: 'ended', outputs: { de: 'api' } }]);
    });
    // One that is there stays as it is.
    await send({ ...ana, nome: 'Outra', email: 'outra@exemplo.com' });
    expect((await outputs(8)).at(-1)).toBe('Ana Lima 5531981112233 ana@exemplo.com');
  });

  it('is not made without a phone that can be called, nor where the trigger does not say so', async () => {
    const { send, outputs } = await webhook({ createContact: true });
    for (const cliente of [
      { nome: 'Zé' },
      { fone: '123' },
      { fone: 'zé@x.com' },
      { fone: { n: 1 } },
      null,
      'x',
    ]) {
      expect((await send(cliente)).status).toBe(202);
    }
    expect(await outputs(6)).toEqual(Array.from({ length: 6 }, () => 'sim'));
    const silent = await webhook({});
    await silent.send({ fone: '31982223344', nome: 'Bia' });
    expect(await silent.outputs(1)).toEqual(['sim']);
    expect(await withPhone('5531982223344')).toEqual([]);
  });

  it('may have a name and an e-mail that cannot be read: then it has none', async () => {
    const { send, outputs } = await webhook({ createContact: true });
    await send({ fone: '31983334455', nome: ['x'], email: 'não é' });
    expect(await outputs(1)).toEqual([' 5531983334455 ']);
    expect(await withPhone('5531983334455')).toMatchObject([{ name: null }]);
  });
});

describe('respond_webhook', () => {
  /** A webhook with a token, and what it is answered: by its own setting, or by the run. */
  async function webhook(reply: FlowObject, answers: Record<string, unknown>, wait: number | null = null) {
    const credential = await createCredential(harness.deps, tenant.ctx, {
      name: newId(),
      type: 'bearer',
      hosts: ['example.test'],
      keyName: null,
      secret: 'segredo',
    });
    const settings = { auth: { by: 'token', credentialId: credential.id }, dedupePath: 'id', reply };
    const flow = await publishDocument(
      tenant,
      flowOf(
        {
          start: ['inbound_webhook', settings],
          ...(wait === null ? {} : { espera: ['wait', HOLD(wait)] }),
          responde: ['respond_webhook', answers, { onError: { mode: 'branch' } }],
          outra: ['respond_webhook', { body: '"tarde"' }],
          fim: [
            'end',
            GIVES({ uma: '{{ blocos.responde.respondeu }}', outra: '{{ blocos.outra.respondeu }}' }),
          ],
          erro: ['end', GIVES({ tipo: '{{ erro.tipo }}' })],
        },
        [
          ...(wait === null ? ['start.out > responde'] : ['start.out > espera', 'espera.out > responde']),
          'responde.out > outra',
          'responde.error > erro',
          'outra.out > fim',
        ],
      ),
    );
    const token = newId();
    await tables((tx) =>
      tx.flowTrigger.updateMany({
        where: { flowId: flow.flowId },
        data: { tokenHash: hashToken(token), settings: { method: 'POST', ...settings } },
      }),
    );
    const send = async (id: string) => {
      const response = await fetch(`${harness.url}/webhooks/flows/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer segredo' },
        body: JSON.stringify({ id }),
      });
      const type = response.headers.get('content-type')?.split(';')[0];
      return [response.status, type, await response.text()];
    };
    const outputs = () =>
      eventually(async () => {
        const [run] = await tables<{ outputs: unknown }[]>((tx) =>
          tx.flowRun.findMany({ where: { flowId: flow.flowId, status: 'ended' } }),
        );
        if (run === undefined) throw new Error('no run has ended');
        return run.outputs;
      });
    return { send, outputs };
  }

  it('answers who waits, with the first answer, and the same call with the same', async () => {
    const { send, outputs } = await webhook(
      { status: 200, body: 'recebido', waitSeconds: 20 },
      { status: 201, body: '{"pedido":"{{ gatilho.corpo.id }}"}' },
    );
    const answer = [201, 'application/json', '{"pedido":"p-1"}'];
    expect(await send('p-1')).toEqual(answer);
    expect(await outputs()).toMatchObject({ uma: true, outra: false });
    expect(await send('p-1')).toEqual(answer);
  });

  it('is answered by the webhook itself when its time is up', async () => {
    const { send } = await webhook({ status: 200, body: 'recebido', waitSeconds: 1 }, { body: '{}' }, 60);
    expect(await send('p-2')).toEqual([200, 'text/plain', 'recebido']);
  });

  it('fails on a body that is not JSON, and the caller gets the answer of the webhook', async () => {
    const { send, outputs } = await webhook(
      { status: 200, body: 'recebido', waitSeconds: 20 },
      { body: '{"pedido":{{ gatilho.corpo.id }}' },
    );
    expect(await send('p-3')).toEqual([200, 'text/plain', 'recebido']);
    expect(await outputs()).toMatchObject({ tipo: 'invalid_json' });
  });
});

describe('a run in a conversation', () => {
  it('speaks by the conversation, once, and goes on by what the customer answers', async () => {
    const { channelId: _channel, instance } = await tenant.connectNumber(harness.phone);
    const number = '5531987650001';
    await harness.phone.write(instance, number, 'oi');
    const conversation = await eventually(async () => {
      const [found] = await tenant.conversations();
      if (found === undefined) throw new Error('no conversation yet');
      return found;
    });
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          diz: ['send_text', SAY('Olá do fluxo')],
          nome: [
            'set_variable',
            {
              assignments: [
                { scope: 'contact', name: 'plano', type: 'text', value: { template: 'ouro' } },
                { scope: 'conversation', name: 'assunto', type: 'text', value: { template: 'consulta' } },
              ],
            },
          ],
          fim: ['end', GIVES({ plano: '{{ contato.campos.plano }}', fone: '{{ contato.telefone }}' })],
        },
        ['start.out > diz', 'diz.out > nome', 'nome.out > fim'],
      ),
      { conversationId: conversation.id, contactId: conversation.contact.id },
    );
    const row = await run.reaches('ended');
    expect(row.outputs).toMatchObject({ plano: 'ouro', fone: number });
    expect(wayOf(await run.trace())).toEqual(['diz.out', 'nome.out', 'fim.done']);
    const said = await harness.phone.received(instance, number);
    expect(said.filter((text) => text === 'Olá do fluxo')).toHaveLength(1);
  });

  it('asks with the options that a variable holds then, and keeps the one that was meant', async () => {
    const { instance } = await tenant.connectNumber(harness.phone);
    const number = '5531987650009';
    await harness.phone.write(instance, number, 'oi');
    const conversation = await eventually(async () => {
      const all = await tenant.conversations();
      const found = all.find(({ contact }) => contact.phone === number);
      if (found === undefined) throw new Error('no conversation yet');
      return found;
    });
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          lista: [
            'set_variable',
            {
              assignments: [
                { name: 'planos', type: 'list', value: { expression: '["Ouro", "Prata", "Ouro"]' } },
              ],
            },
          ],
          pergunta: [
            'ask',
            {
              question: 'Qual plano?',
              answer: 'choice',
              choicesFrom: 'variaveis.planos',
              saveTo: 'plano',
              debounceSeconds: 0,
            },
          ],
          fim: ['end', GIVES({ plano: '{{ variaveis.plano }}' })],
        },
        [
          'start.out > lista',
          'lista.out > pergunta',
          'pergunta.ok > fim',
          'pergunta.invalid > fim',
          'pergunta.timed_out > fim',
        ],
      ),
      { conversationId: conversation.id, contactId: conversation.contact.id },
    );
    await eventually(async () => {
      const said = await harness.phone.received(instance, number);
      expect(said).toContain('Qual plano?\n\n1. Ouro\n2. Prata');
    });
    await harness.phone.write(instance, number, '2');
    const row = await run.reaches('ended');
    expect(row.outputs).toMatchObject({ plano: 'Prata' });
  });
});

describe('what happens to a conversation', () => {
  it('begins automations: a new contact, and another state', async () => {
    const clinic = await harness.tenant();
    const created = await publishDocument(
      clinic,
      flowOf({ start: ['contact_created', {}], fim: ['end', GIVES({ origem: '{{ gatilho.origem }}' })] }, [
        'start.out > fim',
      ]),
    );
    const changed = await publishDocument(
      clinic,
      flowOf(
        {
          start: ['conversation_state_changed', { from: [], to: ['HUMANO_RESPONDEU'] }],
          fim: ['end', GIVES({ para: '{{ gatilho.para }}' })],
        },
        ['start.out > fim'],
      ),
    );
    const { instance } = await clinic.connectNumber(harness.phone);
    await harness.phone.write(instance, '5531987650002', 'oi');
    const conversation = await eventually(async () => {
      const [found] = await clinic.conversations();
      if (found === undefined) throw new Error('no conversation yet');
      return found;
    });
    await clinic.post(`/api/v1/conversations/${conversation.id}/take-over`, {});
    const state = await harness.deps.db.withTenant(clinic.ctx.tenantId, (tx) =>
      tx.flowEvent.findFirstOrThrow({ where: { kind: 'conversation_state_changed' } }),
    );
    // What a trigger of the database noted is the sweep's, later: a new contact has begun its automation by now.
    await fireEvent(harness.deps, {
      ...state,
      kind: 'conversation_state_changed',
      payload: state.payload as FlowObject,
    });
    await eventually(async () => {
      const runs = await harness.deps.db.withTenant(clinic.ctx.tenantId, (tx) => tx.flowRun.findMany());
      expect(runs).toHaveLength(2);
      const of = (flowId: string) => runs.find((run) => run.flowId === flowId);
      expect(of(created.flowId)).toMatchObject({
        status: 'ended',
        outputs: { origem: 'message' },
        conversationId: conversation.id,
      });
      expect(of(changed.flowId)).toMatchObject({ status: 'ended', outputs: { para: 'HUMANO_RESPONDEU' } });
    });
  });
});
