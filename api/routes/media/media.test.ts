import { newId } from '../../../config/new-id';
import { sampleMedia } from '../../../sandbox/control/sample-media';
import { signMediaLink } from '../../../services/media/media-link';
import { sweepMedia } from '../../../services/media/sweep-media';
import { type Harness, startHarness } from '../../../tests/support/harness';
import { Phone } from '../../../tests/support/phone';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let owner: TestTenant;
let stranger: TestTenant;
let instance: string;
let sent = 0;

beforeAll(async () => {
  harness = await startHarness();
  owner = await harness.tenant();
  stranger = await harness.tenant();
  await owner.configure({ timing: { debounceMs: 0 }, messages: { greeting: '' } });
  ({ instance } = await owner.connectNumber(harness.phone));
}, 60_000);
afterAll(() => harness.close());

/** A customer's file, stored. @returns its id */
async function stored(media: Record<string, unknown>): Promise<string> {
  const id = `ROUTE${(sent += 1)}`;
  await harness.phone.write(instance, Phone.number(), { id, media });
  return eventually(async () => {
    const message = await harness.deps.db.withTenant(owner.ctx.tenantId, (tx) =>
      tx.message.findFirstOrThrow({ where: { providerMessageId: id }, include: { media: true } }),
    );
    expect(message.media?.status).toBe('stored');
    return message.id;
  });
}

const read = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(harness.url + path, { ...init, headers });
const asOwner = () => ({ authorization: `Bearer ${owner.accessToken}` });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const sampleBytes = (kind: 'audio' | 'image' | 'document') =>
  Buffer.from(sampleMedia(kind).base64 ?? '', 'base64');
const linkOf = async (id: string): Promise<string> =>
  (await owner.get(`/api/v1/media/${id}/link`)).body.url as string;

describe('a stored file', () => {
  it('comes as it was sent, to be played in its place', async () => {
    const id = await stored({ kind: 'audio' });
    const answer = await read(`/api/v1/media/${id}`, asOwner());
    expect(answer.status).toBe(200);
    expect(await bytesOf(answer)).toEqual(sampleBytes('audio'));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/ogg',
      'content-disposition': expect.stringMatching(/^inline; /),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringMatching(/^private, /),
      'accept-ranges': 'bytes',
    });
  });

  it('comes in the parts that a player asks for', async () => {
    const id = await stored({ kind: 'audio' });
    const all = sampleBytes('audio');
    const part = await read(`/api/v1/media/${id}`, { ...asOwner(), range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${all.length}`);
    expect(await bytesOf(part)).toEqual(all.subarray(10, 20));
    const end = await read(`/api/v1/media/${id}`, { ...asOwner(), range: 'bytes=-5' });
    expect(await bytesOf(end)).toEqual(all.subarray(-5));
    const beyond = await read(`/api/v1/media/${id}`, { ...asOwner(), range: `bytes=${all.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${all.length}`]);
    const head = await read(`/api/v1/media/${id}`, asOwner(), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(all.length)]);
  });

  it('is another tenant’s to nobody', async () => {
    const id = await stored({ kind: 'image' });
    for (const path of [`/api/v1/media/${id}`, `/api/v1/media/${id}/link`]) {
      const answer = await stranger.get(path);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    expect((await read(`/api/v1/media/${id}`)).status).toBe(401);
  });

  it.each(['..%2f..%2fetc%2fpasswd', '%00', newId()])(
    'is not found under a name that is none: %s',
    async (name) => {
      expect((await read(`/api/v1/media/${name}`, asOwner())).status).toBe(404);
    },
  );

  it('is not shown any more when its sender took it back', async () => {
    const id = await stored({ kind: 'image' });
    const link = await linkOf(id);
    await harness.deps.db.withTenant(owner.ctx.tenantId, (tx) =>
      tx.message.update({ where: { id }, data: { deletedAt: new Date() } }),
    );
    expect((await read(link)).status).toBe(404);
  });
});

describe('a link to a file', () => {
  it('opens it without a session', async () => {
    const id = await stored({ kind: 'image' });
    const answer = await read(await linkOf(id));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await bytesOf(answer)).toEqual(sampleBytes('image'));
  });

  it('opens no other file, no other tenant’s, and nothing for ever', async () => {
    const [id, other] = [await stored({ kind: 'image' }), await stored({ kind: 'audio' })];
    const key = new URL(await linkOf(id), harness.url).searchParams.get('key') ?? '';
    const secret = harness.env.jwtSecret;
    const soon = new Date(Date.now() + 60_000);
    const keys = {
      [other]: [key],
      [id]: [
        '',
        'a.b.c',
        key.replace(/^[^.]+/, stranger.ctx.tenantId),
        key.replace(/\.(\d+)\./, (_all, end: string) => `.${Number(end) + 3_600}.`),
        key.replace(/\.(\d+)\./, '.NaN.'),
        signMediaLink('another secret', { tenantId: owner.ctx.tenantId, mediaId: id }, soon),
        signMediaLink(secret, { tenantId: owner.ctx.tenantId, mediaId: id }, new Date(Date.now() - 1_000)),
      ],
    };
    for (const [file, bad] of Object.entries(keys)) {
      for (const one of bad) {
        const answer = await read(`/api/v1/media/${file}/file?key=${encodeURIComponent(one)}`);
        expect([one, answer.status]).toEqual([one, 401]);
      }
    }
    const strangers = signMediaLink(secret, { tenantId: stranger.ctx.tenantId, mediaId: id }, soon);
    expect((await read(`/api/v1/media/${id}/file?key=${strangers}`)).status).toBe(404);
  });
});

describe('what only looks harmless', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const PAGE = '<!doctype html><script>alert(1)</script>';

  it.each([
    ['a page', 'text/html', 'oferta.html', PAGE],
    [
      'a drawing with a script',
      'image/svg+xml',
      'logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    ],
  ])('as a document, %s is saved and never shown', async (_what, mimetype, fileName, text) => {
    const id = await stored({ kind: 'document', mimetype, fileName, base64: base64(text) });
    const answer = await read(await linkOf(id));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('a picture sent as a document is saved, too', async () => {
    const id = await stored({
      kind: 'document',
      fileName: 'foto.png',
      base64: sampleBytes('image').toString('base64'),
    });
    expect((await read(await linkOf(id))).headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  it('a name cannot leave its header or its folder', async () => {
    const fileName = '../../a"; filename=b\r\nset-cookie: x=1; ção.pdf';
    const id = await stored({ kind: 'document', fileName });
    const answer = await read(await linkOf(id));
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[^"\\/]+"; filename\*=UTF-8''[\w%.-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toMatch(/ção\.pdf$/);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('retention', () => {
  const age = (id: string, days: number) =>
    harness.deps.db.withTenant(owner.ctx.tenantId, (tx) =>
      tx.media.update({ where: { id }, data: { createdAt: new Date(Date.now() - days * 86_400_000) } }),
    );

  it('removes files whose time is over, unless a younger message carries the same', async () => {
    const says = 'Isto é só para a limpeza.';
    const [old, young] = [await stored({ kind: 'audio', says }), await stored({ kind: 'audio', says })];
    const lonely = await stored({ kind: 'audio', says: 'Isto também.' });
    await age(old, 91);
    await age(lonely, 91);
    await sweepMedia(harness.deps);
    const status = async (id: string) => (await read(`/api/v1/media/${id}`, asOwner())).status;
    expect([await status(old), await status(lonely), await status(young)]).toEqual([404, 404, 200]);
    const row = await harness.deps.db.withTenant(owner.ctx.tenantId, (tx) =>
      tx.media.findUniqueOrThrow({ where: { id: lonely } }),
    );
    expect(await harness.deps.mediaStore.has(owner.ctx.tenantId, row.sha256 ?? '')).toBe(false);
    expect(row).toMatchObject({ status: 'removed', words: 'Isto também.' });
  });
});
