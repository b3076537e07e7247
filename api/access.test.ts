import { SignJWT } from 'jose';
import { newId } from '../config/new-id';
import { ROLES } from '../services/deps';
import { addFile } from '../services/media/company-files';
import { signAccessToken } from '../services/auth/access-token';
import { type Harness, startHarness } from '../tests/support/harness';
import { Phone } from '../tests/support/phone';
import { eventually, type TestTenant } from '../tests/support/test-tenant';
import { allEndpoints } from './routes';

const endpoints = allEndpoints({ production: false });
const guarded = endpoints.filter(({ role }) => role !== undefined);
const withId = guarded.filter(({ path }) => path.includes('{id}'));
const label = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`;

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

/** A body that each endpoint would take, so that only the id or the role is wrong. */
const BODIES: Record<string, unknown> = {
  'POST /api/v1/conversations/{id}/messages': { text: 'Oi' },
  'POST /api/v1/conversations/{id}/return-to-ai': {},
  'PUT /api/v1/whatsapp/instances/{id}/groups': { mode: 'off', allowed: [] },
  'POST /api/v1/contacts/{id}/merge': { into: newId() },
  'POST /api/v1/conversations/{id}/transfer': { to: { type: 'team', id: newId() } },
  'POST /api/v1/conversations/{id}/flows': { automationId: newId() },
  'PUT /api/v1/conversations/{id}/priority': { priority: 'high' },
  'PUT /api/v1/teams/{id}': { name: 'Equipe', memberIds: [] },
  'PUT /api/v1/agents/{id}': { name: 'Agente', tone: 'formal' },
  'PATCH /api/v1/contacts/{id}/tags': { add: [] },
  'PUT /api/v1/contacts/{id}/tags': { tagIds: [] },
  'PATCH /api/v1/contacts/{id}/fields': { set: {} },
  'PUT /api/v1/contacts/{id}/fields': { fields: {} },
  'PUT /api/v1/tags/{id}': { name: 'Etiqueta' },
  'PUT /api/v1/forms/{id}': { name: 'Formulário', fields: [{ key: 'nome', type: 'text', label: 'Nome' }] },
  'PUT /api/v1/credentials/{id}': {
    name: 'Loja',
    type: 'bearer',
    hosts: ['loja.example'],
    secret: 'segredo',
  },
  'PUT /api/v1/automations/{id}': { name: 'Minha' },
  'POST /api/v1/automations/{id}/duplicate': {},
  'POST /api/v1/automations/{id}/lock': {},
  'POST /api/v1/automations/{id}/publish': {},
  'POST /api/v1/automations/{id}/simulate': { messages: ['oi'] },
  'POST /api/v1/automations/{id}/simulate/ask': {
    nodeId: 'ia',
    kind: 'ai_generate',
    settings: { by: { model: 'm' }, prompt: 'Oi' },
  },
  'POST /api/v1/automations/{id}/runs': { payload: {} },
  'POST /api/v1/automations/runs/{id}/retry': {},
};

const NOUNS = [
  'instances',
  'media',
  'merges',
  'contacts',
  'teams',
  'agents',
  'tags',
  'forms',
  'credentials',
  'files',
  'runs',
] as const;

let harness: Harness;
let owner: TestTenant;
let stranger: TestTenant;
/** The ids of the owner's things, by the noun in the path. */
let ids: Record<(typeof NOUNS)[number] | 'conversations' | 'automations' | 'turnId', string>;

beforeAll(async () => {
  harness = await startHarness();
  owner = await harness.tenant();
  stranger = await harness.tenant();
  await owner.configure({ timing: { debounceMs: 0 } });
  const { channelId, instance } = await owner.connectNumber(harness.phone);
  const number = Phone.number();
  await harness.phone.write(instance, number, 'Segredo do cliente');
  const [conversation] = await eventually(async () => {
    const found = await owner.conversations('?state=AGUARDANDO_HUMANO');
    expect(found).toHaveLength(1);
    return found;
  });
  const media = { id: 'SECRETFILE', media: { kind: 'image' } };
  await harness.phone.write(instance, Phone.number(), media);
  const file = await eventually(() =>
    harness.deps.db.withTenant(owner.ctx.tenantId, (tx) =>
      tx.media.findFirstOrThrow({ where: { status: 'stored' } }),
    ),
  );
  const turn = await harness.deps.db.withTenant(owner.ctx.tenantId, (tx) =>
    tx.turn.findFirstOrThrow({ where: { conversationId: conversation.id } }),
  );
  const { tenantId } = owner.ctx;
  const merge = await harness.deps.db.withTenant(tenantId, async (tx) => {
    const other = await tx.contact.create({ data: { tenantId, name: 'Outra' } });
    const moved = { identities: [], handedOn: [], joined: [] };
    const contacts = { contactId: other.id, intoId: conversation.contact.id };
    return tx.contactMerge.create({ data: { tenantId, cause: 'person', moved, ...contacts } });
  });
  const flow = (await owner.post('/api/v1/automations', { name: 'Segredo' })).body.id;
  ids = {
    automations: flow,
    runs: await storedRun(tenantId, flow),
    conversations: conversation.id,
    instances: channelId,
    media: file.id,
    contacts: conversation.contact.id,
    merges: merge.id,
    teams: (await owner.post('/api/v1/teams', BODIES['PUT /api/v1/teams/{id}'])).body.id,
    agents: (await owner.post('/api/v1/agents', BODIES['PUT /api/v1/agents/{id}'])).body.id,
    tags: (await owner.post('/api/v1/tags', BODIES['PUT /api/v1/tags/{id}'])).body.id,
    forms: (await owner.post('/api/v1/forms', BODIES['PUT /api/v1/forms/{id}'])).body.id,
    credentials: (await owner.post('/api/v1/credentials', BODIES['PUT /api/v1/credentials/{id}'])).body.id,
    files: (await addFile(harness.deps, owner.ctx, { name: 'a', kind: 'document', bytes: Buffer.from('a') }))
      .id,
    turnId: turn.id,
  };
}, 60_000);
afterAll(() => harness.close());

/** A run that is over, of a version nobody could publish. */
async function storedRun(tenantId: string, flowId: string): Promise<string> {
  return harness.deps.db.withTenant(tenantId, async (tx) => {
    const version = await tx.flowVersion.create({
      data: { tenantId, flowId, number: 1, document: {}, hash: 'x' },
    });
    const run = { triggerKind: 'manual', triggerNode: 't', eventKey: 'one', payload: {}, status: 'ended' };
    const { id } = await tx.flowRun.create({
      data: { id: newId(), tenantId, flowId, versionId: version.id, ...run },
    });
    return id;
  });
}

function pathWith(path: string, id: (noun: keyof typeof ids) => string): string {
  const noun =
    // A flow's own runs are under its id.
    (path.includes('/automations/{id}') ? 'automations' : undefined) ??
    NOUNS.find((one) => path.includes(`/${one}/`)) ??
    'conversations';
  return path.replace('{id}', id(noun)).replace('{turnId}', id('turnId')).replace('{number}', '1');
}

describe('what anybody may call', () => {
  /** To be called without a session. A new one is added here on purpose, and never by forgetting its role. */
  const PUBLIC = [
    'POST /api/v1/auth/login',
    'POST /api/v1/auth/refresh',
    'POST /api/v1/auth/logout',
    // Players and pictures cannot show a session: the address itself is signed, for one file and ten minutes.
    'GET /api/v1/media/{id}/file',
    'GET /api/v1/files/{id}/file',
  ];

  it.each([false, true])('is this list and nothing else (production: %s)', (production) => {
    const open = allEndpoints({ production }).filter(({ role }) => role === undefined);
    expect(open.map(label)).toEqual(PUBLIC);
  });

  it.each(['media', 'files'] as const)('is no file of %s without its signed address', async (noun) => {
    const path = `${harness.url}/api/v1/${noun}/${ids[noun]}/file`;
    expect((await fetch(path)).status).toBe(400);
    expect((await fetch(`${path}?key=guessed`)).status).toBe(401);
  });
});

describe("another tenant's things", () => {
  it.each(withId.map((endpoint) => [label(endpoint), endpoint] as const))(
    '%s answers 404',
    async (name, endpoint) => {
      const answer = await stranger.call(
        endpoint.method.toUpperCase(),
        pathWith(endpoint.path, (noun) => ids[noun]),
        BODIES[name],
      );
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    },
  );

  it.each(withId.map((endpoint) => [label(endpoint), endpoint] as const))(
    '%s answers the same for what does not exist',
    async (name, endpoint) => {
      for (const id of [newId(), 'not-an-id', "1' OR '1'='1"]) {
        const answer = await owner.call(
          endpoint.method.toUpperCase(),
          pathWith(endpoint.path, () => encodeURIComponent(id)),
          BODIES[name],
        );
        expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
      }
    },
  );

  it('are in none of the lists', async () => {
    const lists = [
      'conversations',
      'whatsapp/instances',
      'conversations?q=Segredo',
      'contacts',
      'automations',
    ];
    for (const path of [...lists, 'conversations/stuck?olderThanMs=0']) {
      expect((await stranger.get(`/api/v1/${path}`)).body.items).toEqual([]);
    }
    expect((await stranger.get('/api/v1/conversations/counts')).body.AGUARDANDO_HUMANO).toBe(0);
    expect((await stranger.get('/api/v1/knowledge')).body.text).toBe('');
  });

  it('were not changed by asking', async () => {
    const { body } = await owner.get(`/api/v1/conversations/${ids.conversations}`);
    expect(body).toMatchObject({ state: 'AGUARDANDO_HUMANO', unread: 1 });
    expect((await owner.get('/api/v1/whatsapp/instances')).body.items[0].status).toBe('open');
  });
});

describe('without a good token', () => {
  const claims = () => ({
    sub: newId(),
    email: 'a@b.c',
    tenant_id: owner.ctx.tenantId,
    role: 'ORG_ADMIN' as const,
  });
  const secret = () => new TextEncoder().encode(harness.env.jwtSecret);
  const signed = (payload: Record<string, unknown>, alg = 'HS256', key = secret()) =>
    new SignJWT({ ...payload, type: payload['type'] ?? 'access' })
      .setProtectedHeader({ alg })
      .setIssuer('prosa')
      .setAudience('prosa-api')
      .setIssuedAt()
      .setExpirationTime('15m')
      .sign(key);
  const unsigned = () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1_000);
    const body = { ...claims(), type: 'access', iss: 'prosa', aud: 'prosa-api', iat: now, exp: now + 900 };
    return `${part({ alg: 'none' })}.${part(body)}.`;
  };

  it.each(guarded.map((endpoint) => [label(endpoint), endpoint] as const))(
    '%s answers 401',
    async (_name, endpoint) => {
      const path = harness.url + pathWith(endpoint.path, (noun) => ids[noun]);
      const response = await fetch(path, { method: endpoint.method.toUpperCase() });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'token_missing', status: 401 });
    },
  );

  it.each<[string, () => string | Promise<string>]>([
    ['nonsense', () => 'abc.def.ghi'],
    ['an unsigned token', unsigned],
    ['another secret', () => signed(claims(), 'HS256', new TextEncoder().encode('x'.repeat(48)))],
    ['another algorithm', () => signed(claims(), 'HS512', secret())],
    ['another kind of token', () => signed({ ...claims(), type: 'refresh' })],
    ['a role that is none', () => signed({ ...claims(), role: 'GOD' })],
    ['no tenant', () => signed({ ...claims(), tenant_id: undefined })],
    [
      'an expired token',
      () =>
        new SignJWT({ ...claims(), type: 'access' })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('prosa')
          .setAudience('prosa-api')
          .setIssuedAt(Math.floor(Date.now() / 1_000) - 3_600)
          .setExpirationTime(Math.floor(Date.now() / 1_000) - 60)
          .sign(secret()),
    ],
    [
      'another audience',
      () =>
        new SignJWT({ ...claims(), type: 'access' })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('prosa')
          .setAudience('elsewhere')
          .setIssuedAt()
          .setExpirationTime('15m')
          .sign(secret()),
    ],
  ])('%s is refused', async (_what, token) => {
    const response = await fetch(`${harness.url}/api/v1/me`, {
      headers: { authorization: `Bearer ${await token()}` },
    });
    expect([response.status, await codeOf(response)]).toEqual([401, 'token_invalid']);
  });

  it('every change of a good token is refused', async () => {
    const token = await signAccessToken(claims(), harness.env.jwtSecret);
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (let at = 0; at < payload.length; at += 7) {
      const letter = payload[at] === 'A' ? 'B' : 'A';
      const forged = `${header}.${payload.slice(0, at)}${letter}${payload.slice(at + 1)}.${signature}`;
      const response = await fetch(`${harness.url}/api/v1/me`, {
        headers: { authorization: `Bearer ${forged}` },
      });
      expect(response.status).toBe(401);
    }
  });
});

describe('roles', () => {
  const pairs = guarded.flatMap((endpoint) =>
    ROLES.filter(
      (role) => endpoint.role !== undefined && ROLES.indexOf(role) > ROLES.indexOf(endpoint.role),
    ).map((role) => [`${role} on ${label(endpoint)}`, role, endpoint] as const),
  );

  it.each(pairs)('%s is forbidden', async (_name, role, endpoint) => {
    const { tenantId, userId } = owner.ctx;
    const token = await signAccessToken(
      { sub: userId, email: 'a@b.c', tenant_id: tenantId, role },
      harness.env.jwtSecret,
    );
    const response = await fetch(harness.url + pathWith(endpoint.path, (noun) => ids[noun]), {
      method: endpoint.method.toUpperCase(),
      headers: { authorization: `Bearer ${token}` },
    });
    expect([response.status, await codeOf(response)]).toEqual([403, 'role_forbidden']);
  });
});
