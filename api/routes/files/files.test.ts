import { newId } from '../../../config/new-id';
import { flowOf } from '../../../tests/support/flow';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';
import { removeFile } from '../../../services/media/company-files';
import { sweepMedia } from '../../../services/media/sweep-media';

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(50)]);
const PDF = Buffer.from('%PDF-1.4 tabela');

let harness: Harness;
let tenant: TestTenant;
let ana: TestTenant;
let other: TestTenant;
let channelId: string;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  ana = await tenant.colleague('Ana');
  other = await harness.tenant();
  ({ channelId } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterAll(() => harness.close());

const listed = async (who = tenant) =>
  ((await who.get('/api/v1/files')).body.items as { id: string; name: string }[]).map(({ name }) => name);

/** The file itself as the body. */
const upload = (query: string, bytes: Uint8Array, who = tenant, type = 'application/octet-stream') =>
  who.post(`/api/v1/files?${query}`, bytes, { 'content-type': type });

/** A published automation that sends it. @returns its id */
async function sending(fileId: string, who = tenant) {
  const { id } = (await who.post('/api/v1/automations', { name: 'Tabela' })).body;
  const from = { by: 'file', fileId, mimeType: 'application/pdf', bytes: PDF.length };
  const { nodes, edges } = flowOf(
    {
      t: ['message_received', { channels: [channelId] }],
      f: ['send_media', { type: 'document', from }],
      z: ['end'],
    },
    ['t.out > f', 'f.out > z'],
  );
  await who.put(`/api/v1/automations/${id}`, { draft: { nodes, edges }, revision: 1 });
  return { id, published: await who.post(`/api/v1/automations/${id}/publish`, {}) };
}

describe('a file of the company', () => {
  it('is kept as what its bytes are, and listed for this company alone', async () => {
    const png = await upload('name=Fachada.png&kind=image', PNG);
    expect([png.status, png.body]).toMatchObject([
      201,
      { name: 'Fachada.png', kind: 'image', mimetype: 'image/png', bytes: PNG.length },
    ]);
    expect(Object.keys(png.body).sort()).toEqual(['bytes', 'createdAt', 'id', 'kind', 'mimetype', 'name']);
    await upload('name=Tabela&kind=document', PDF);
    expect(await listed(ana)).toEqual(['Tabela', 'Fachada.png']);
    expect(await listed(other)).toEqual([]);
    expect((await other.delete(`/api/v1/files/${png.body.id}`)).status).toBe(404);
    expect((await ana.delete(`/api/v1/files/${png.body.id}`)).status).toBe(403);
    expect((await upload('name=x&kind=image', PNG, ana)).status).toBe(403);
    expect((await tenant.delete(`/api/v1/files/${png.body.id}`)).status).toBe(204);
    expect(await listed()).toEqual(['Tabela']);
  });

  const picture = (bytes: number) => Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)]);
  it.each<[string, string, Buffer, number]>([
    ['a page called a picture', 'name=a.png&kind=image', Buffer.from('<script>'), 400],
    ['a picture that WhatsApp does not take', 'name=a.gif&kind=image', Buffer.from('GIF89a....'), 400],
    ['a picture as a film', 'name=a.png&kind=video', PNG, 400],
    ['nothing', 'name=a.pdf&kind=document', Buffer.alloc(0), 400],
    ['another kind', 'name=a.pdf&kind=sticker', PDF, 400],
    ['no name', 'name=%20&kind=document', PDF, 400],
    ['a name that is none', 'name=a%00b&kind=document', PDF, 400],
    ['too large a picture', 'name=a.png&kind=image', picture(5 * 1_048_576 + 1), 413],
  ])('%s is refused, and nothing kept', async (_what, query, bytes, status) => {
    const before = await listed();
    expect((await upload(query, bytes)).status).toBe(status);
    expect(await listed()).toEqual(before);
  });

  it('too large to be read is refused before it is', async () => {
    const bytes = new Uint8Array(16 * 1_048_576 + 1);
    const answer = await upload('name=a.pdf&kind=document', bytes).catch(() => undefined);
    // The connection may be closed while it is still sent.
    if (answer !== undefined) expect(answer.status).toBe(413);
    expect(await listed()).toEqual(['Tabela']);
    expect(
      (await upload('name=a.pdf&kind=document', Buffer.from('{}'), tenant, 'application/json')).status,
    ).toBe(400);
  });

  it('is sent by published automations of this company, and not removed while it is', async () => {
    const { body: file } = await upload('name=Preços.pdf&kind=document', PDF);
    expect((await sending(file.id, other)).published.status).toBe(422);
    const { id, published } = await sending(file.id);
    expect(published.status).toBe(200);
    const refused = await tenant.delete(`/api/v1/files/${file.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'file_in_use']);
    await tenant.post(`/api/v1/automations/${id}/unpublish`, {});
    expect((await tenant.delete(`/api/v1/files/${file.id}`)).status).toBe(204);
    expect((await sending(file.id)).published.body.problems).toMatchObject([{ code: 'missing_reference' }]);
  });

  it('says which automations send it, and whether one of them acts', async () => {
    const { body: file } = await upload('name=Mapa.pdf&kind=document', PDF);
    const usedBy = async () =>
      (await tenant.get('/api/v1/files')).body.items.find((each: { id: string }) => each.id === file.id)
        .usedBy;
    expect(await usedBy()).toEqual([]);
    const { id } = await sending(file.id);
    expect(await usedBy()).toEqual([{ id, name: 'Tabela', acts: true }]);
    await tenant.post(`/api/v1/automations/${id}/unpublish`, {});
    expect(await usedBy()).toEqual([{ id, name: 'Tabela', acts: false }]);
    // A version with a run under way acts, published or not.
    await harness.deps.db.withTenant(tenant.ctx.tenantId, async (tx) => {
      const { tenantId } = tenant.ctx;
      const { id: versionId } = await tx.flowVersion.findFirstOrThrow({ where: { tenantId, flowId: id } });
      const began = { triggerKind: 'manual', triggerNode: 't', eventKey: 'once', payload: {} };
      await tx.flowRun.create({ data: { id: newId(), tenantId, flowId: id, versionId, ...began } });
    });
    expect(await usedBy()).toMatchObject([{ acts: true }]);
    expect((await tenant.delete(`/api/v1/files/${file.id}`)).status).toBe(409);
    // Another company's automation that names it shows nothing here.
    await sending(file.id, other);
    expect(await usedBy()).toHaveLength(1);
  });

  it('is shown and saved by who works here, and by a link to it alone', async () => {
    const [{ body: png }, { body: pdf }] = [
      await upload('name=Fachada.png&kind=image', PNG),
      await upload(`name=${encodeURIComponent('Tabela "nova".pdf')}&kind=document`, PDF),
    ];
    const read = (path: string, token?: string) =>
      fetch(harness.url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
    const path = `/api/v1/files/${png.id}`;
    const shown = await read(path, ana.accessToken);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="Fachada.png"/);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
    const saved = await read(`/api/v1/files/${pdf.id}`, ana.accessToken);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="Tabela _nova_.pdf"/);

    const { url } = (await ana.get(`${path}/link`)).body;
    expect((await read(url)).status).toBe(200);
    expect((await read(url.replace(png.id, pdf.id))).status).toBe(401);
    expect((await read(path)).status).toBe(401);
    for (const one of [path, `${path}/link`]) expect((await other.get(one)).status).toBe(404);
    await tenant.delete(path);
    expect((await read(url)).status).toBe(404);
  });

  it('stays when the same bytes of a customer, or of another name, go', async () => {
    const bytes = Buffer.from('%PDF-1.4 duas vezes');
    const [one, two] = [
      await upload('name=um&kind=document', bytes),
      await upload('name=dois&kind=document', bytes),
    ];
    const { tenantId } = tenant.ctx;
    const { sha256 } = await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.companyFile.findFirstOrThrow({ where: { tenantId, id: one.body.id } }),
    );
    await removeFile(harness.deps, tenant.ctx, one.body.id);
    await sweepMedia(harness.deps);
    expect(await harness.deps.mediaStore.has(tenantId, sha256)).toBe(true);
    await removeFile(harness.deps, tenant.ctx, two.body.id);
    expect(await harness.deps.mediaStore.has(tenantId, sha256)).toBe(false);
  });
});
