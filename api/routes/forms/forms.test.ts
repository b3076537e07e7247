import { newId } from '../../../config/new-id';
import { sweepFlowEvents } from '../../../services/flow/sweep-flow-events';
import { submitForm } from '../../../services/form/submit-form';
import { type Harness, startHarness } from '../../../tests/support/harness';
import { Phone } from '../../../tests/support/phone';
import { publishTrigger } from '../../../tests/support/published-flow';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
let stranger: TestTenant;
let agent: TestTenant;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  stranger = await harness.tenant();
  agent = await tenant.colleague('Ana');
}, 60_000);
afterAll(() => harness.close());

const inTenant = <T>(work: Parameters<typeof harness.deps.db.withTenant<T>>[1]) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, work);

const FIELDS = [
  { key: 'nome', type: 'text', label: 'Seu nome', required: true, saveAs: 'name' },
  { key: 'telefone', type: 'phone', label: 'WhatsApp', required: true },
  { key: 'cpf', type: 'cpf', label: 'CPF', saveAs: { field: 'cpf' } },
  { key: 'pessoas', type: 'number', label: 'Quantas pessoas?' },
  { key: 'dia', type: 'date', label: 'Dia' },
  { key: 'turno', type: 'choice', label: 'Turno', choices: ['Manhã', 'Tarde'] },
  { key: 'aceite', type: 'checkbox', label: 'Aceito receber mensagens.', required: true, consent: true },
];

async function form(more: Record<string, unknown> = {}) {
  const answer = await tenant.post('/api/v1/forms', { name: newId(), fields: FIELDS, ...more });
  expect(answer.status).toBe(201);
  const path = new URL(answer.body.url).pathname;
  return { ...answer.body, path } as { id: string; path: string; name: string; url: string };
}

async function page(path: string, init?: RequestInit) {
  const response = await fetch(harness.url + path, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, html: await response.text() };
}
const keyIn = (html: string) => /name="_key" value="([^"]+)"/.exec(html)?.[1] ?? '';
const send = (path: string, values: Record<string, string>) =>
  page(path, { method: 'POST', body: new URLSearchParams(values) });
const submissions = async (id: string) => (await tenant.get(`/api/v1/forms/${id}/submissions`)).body.items;

/** As people in the Southeast write it, and as it is kept. */
function somebody() {
  const number = Phone.number();
  const written = `(${number.slice(2, 4)}) ${number.slice(4, 9)}-${number.slice(9)}`;
  return { number, values: { nome: 'Ana Lima', telefone: written, aceite: 'sim' } };
}
const contactOf = (number: string) =>
  inTenant((tx) =>
    tx.contactIdentity.findFirst({ where: { kind: 'phone', value: number }, include: { contact: true } }),
  );

describe('a public form', () => {
  it('is a page without scripts, under a strict policy, for anybody', async () => {
    const { path } = await form({ intro: 'Olá!\nPreencha.' });
    const { status, html, headers } = await page(path);
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'nonce-[\w-]+'; form-action 'self'; base-uri 'none'/,
    );
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/<script|onclick|style="|https?:/);
    expect(html).toContain('<html lang="pt-BR">');
    for (const { key, label } of FIELDS) {
      expect(html).toMatch(new RegExp(`<label for="f-${key}">${label.replace('?', '\\?')}`));
      expect(html).toContain(`id="f-${key}"`);
    }
    expect((await page('/forms/nada')).status).toBe(404);
  });

  it('keeps what was sent, and the contact of that phone, before it answers', async () => {
    const { id, path } = await form();
    const { number, values } = somebody();
    const { html } = await page(path);
    const more = { cpf: '529.982.247-25', pessoas: '1,5', dia: '2026-12-24', turno: 'Tarde', outro: 'x' };
    const sent = await send(path, { ...values, ...more, _key: keyIn(html) });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?enviado=1`]);
    expect((await page(`${path}?enviado=1`)).html).toContain('Recebemos sua resposta');
    const [one] = await submissions(id);
    expect(one).toMatchObject({
      values: {
        nome: 'Ana Lima',
        telefone: number,
        cpf: '52998224725',
        pessoas: 1.5,
        turno: 'Tarde',
        aceite: true,
      },
      consents: [{ key: 'aceite', text: 'Aceito receber mensagens.' }],
    });
    expect(one.values).not.toHaveProperty('outro');
    const known = await contactOf(number);
    expect(known).toMatchObject({
      contactId: one.contactId,
      contact: { name: 'Ana Lima', fields: { cpf: '52998224725' } },
    });
  });

  it('sent twice from one page is one; from another page another, of the same contact', async () => {
    const { id, path } = await form();
    await publishTrigger(tenant, 'form_submitted', { formId: id });
    const { number, values } = somebody();
    const key = keyIn((await page(path)).html);
    const answers = await Promise.all([1, 2, 3].map(() => send(path, { ...values, _key: key })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await submissions(id)).toHaveLength(1);
    await send(path, { ...values, nome: 'Outro nome', _key: keyIn((await page(path)).html) });
    const both = await submissions(id);
    expect(both).toHaveLength(2);
    expect(new Set(both.map(({ contactId }: { contactId: string }) => contactId)).size).toBe(1);
    expect((await contactOf(number))?.contact.name).toBe('Ana Lima');
    const runs = await inTenant((tx) => tx.flowRun.findMany({ where: { contactId: both[0].contactId } }));
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({
      triggerKind: 'form_submitted',
      payload: { formId: id, campos: { turno: null } },
    });
  });

  it('many at once with one phone make one contact, which is new once', async () => {
    const { id, path } = await form();
    const { flowId } = await publishTrigger(tenant, 'contact_created', {
      sources: ['form'],
      requiredFields: ['nome', 'telefone'],
    });
    const { values } = somebody();
    await Promise.all(Array.from({ length: 6 }, () => send(path, values)));
    const all = await submissions(id);
    expect(all).toHaveLength(6);
    const [{ contactId }] = all;
    expect(all.every((one: { contactId: string }) => one.contactId === contactId)).toBe(true);
    expect(await inTenant((tx) => tx.flowRun.count({ where: { flowId, contactId } }))).toBe(1);
  });

  it('whose process dies between storing and beginning is found by the sweep', async () => {
    const { id, name } = await form();
    const { flowId } = await publishTrigger(tenant, 'form_submitted', { formId: id });
    const startFlowRun = () => Promise.reject(new Error('killed'));
    const dying = { ...harness.deps, workflows: { ...harness.deps.workflows, startFlowRun } };
    const answers = { values: { a: 1 }, consents: [], phone: null, name: null, save: {} };
    const sent = { tenantId: tenant.ctx.tenantId, form: { id, name }, dedupeKey: newId(), answers };
    await submitForm(dying, sent);
    expect(
      await inTenant((tx) => tx.flowEvent.count({ where: { kind: 'form_submitted', handledAt: null } })),
    ).toBe(1);
    await inTenant((tx) =>
      tx.flowEvent.updateMany({
        where: { handledAt: null },
        data: { createdAt: new Date(Date.now() - 60_000) },
      }),
    );
    await sweepFlowEvents(harness.deps);
    expect(await inTenant((tx) => tx.flowEvent.count({ where: { handledAt: null } }))).toBe(0);
    expect(await inTenant((tx) => tx.flowRun.count({ where: { flowId } }))).toBe(1);
    expect(await submitForm(harness.deps, sent)).toMatchObject({ fresh: false });
  });

  it('shows what is wrong beside the field, keeps what was written, and stores nothing', async () => {
    const { id, path } = await form();
    const wrong = {
      nome: '',
      telefone: '123',
      cpf: '111.111.111-11',
      pessoas: 'duas',
      dia: '2026-02-30',
      turno: 'Noite',
    };
    const { status, html } = await send(path, wrong);
    expect(status).toBe(400);
    expect(html).toContain('Há 7 campos para corrigir.');
    for (const words of [
      'Escreva um telefone com DDD.',
      'Este CPF não é válido.',
      'Escreva um número.',
      'Escreva uma data válida.',
    ])
      expect(html).toContain(words);
    expect(html).toMatch(
      /id="f-cpf" name="cpf"\s+aria-invalid="true" aria-describedby="f-cpf-problem"[^>]* value="111.111.111-11"/,
    );
    expect(await submissions(id)).toEqual([]);
  });

  it('writes words of tenants and of strangers as words', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='a'>`;
    const fields = [
      { key: 'nome', type: 'text', label: evil, help: evil, required: true },
      { key: 'c', type: 'choice', label: 'C', choices: [evil, 'b'], required: true },
    ];
    const { path } = await form({ name: `${evil}${newId()}`, intro: evil, thanks: evil, fields });
    const shown = [
      await page(path),
      await send(path, { nome: evil, c: 'z' }),
      await page(`${path}?enviado=1`),
    ];
    expect(shown.map(({ status }) => status)).toEqual([200, 400, 200]);
    for (const { html } of shown) {
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toMatch(/<script|<img/);
    }
  });

  it('says thanks to programs and keeps nothing of them; nor when it is closed', async () => {
    const { id, path } = await form();
    const { values, number } = somebody();
    expect((await send(path, { ...values, _site: 'http://spam' })).status).toBe(303);
    await tenant.put(`/api/v1/forms/${id}`, { name: newId(), fields: FIELDS, open: false });
    expect((await page(path)).html).toContain('não recebe mais respostas');
    expect((await send(path, values)).status).toBe(410);
    expect(await submissions(id)).toEqual([]);
    expect(await contactOf(number)).toBeNull();
  });

  it('takes only so many from one address', async () => {
    const { id, path } = await form();
    const { values } = somebody();
    const statuses: number[] = [];
    for (let time = 0; time < 21; time += 1) statuses.push((await send(path, values)).status);
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
    const refused = await send(path, values);
    expect([statuses[20], refused.status]).toEqual([429, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await submissions(id)).toHaveLength(20);
  });
});

describe('forms through the API', () => {
  it('are made, changed and removed; their address stays', async () => {
    const made = await form();
    const path = `/api/v1/forms/${made.id}`;
    const changed = await tenant.put(path, {
      name: 'Orçamento',
      fields: FIELDS.slice(0, 2),
      color: '#FFCC00',
    });
    expect(changed.body).toMatchObject({ name: 'Orçamento', color: '#ffcc00', url: made.url });
    const listed = (await agent.get('/api/v1/forms')).body.items;
    expect(listed.find((one: { id: string }) => one.id === made.id)).toMatchObject({ submissions: 0 });
    expect((await agent.get(path)).body.name).toBe('Orçamento');
    expect((await tenant.delete(path)).status).toBe(204);
    expect((await page(made.path)).status).toBe(404);
  });

  it('are another tenant’s: 404; for an attendant to change: 403; wrong ones: 400', async () => {
    const made = await form();
    const path = `/api/v1/forms/${made.id}`;
    const input = { name: 'X', fields: FIELDS };
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get(`${path}/submissions`)).status).toBe(404);
    expect((await stranger.put(path, input)).status).toBe(404);
    expect((await stranger.delete(path)).status).toBe(404);
    expect((await agent.post('/api/v1/forms', input)).status).toBe(403);
    expect((await agent.put(path, input)).status).toBe(403);
    expect((await tenant.post('/api/v1/forms', { ...input, name: made.name })).body.code).toBe('name_taken');
    const text = { key: 'a', type: 'text', label: 'A' };
    const wrong = [
      { fields: [] },
      { fields: [text, text] },
      { fields: [{ ...text, key: '_key' }] },
      { fields: [{ ...text, key: 'A"' }] },
      { fields: [{ ...text, type: 'choice', choices: ['um'] }] },
      {
        fields: [
          { ...text, type: 'phone' },
          { ...text, key: 'b', type: 'phone' },
        ],
      },
      { color: 'red;}body{display:none' },
    ];
    for (const more of wrong)
      expect([
        more,
        (await tenant.post('/api/v1/forms', { ...input, name: newId(), ...more })).status,
      ]).toEqual([more, 400]);
  });
});
