import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createDiskMediaStore } from './disk-media-store';

const A = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const B = '01a1fb59-7c72-7ff8-89d7-dddf6088edc0';
const root = mkdtempSync(join(tmpdir(), 'prosa-media-'));
const store = createDiskMediaStore(root);
afterAll(() => rmSync(root, { recursive: true }));
const bytes = (words: string) => Buffer.from(words);

describe('the media store', () => {
  it('gives back what was put, whole or a part of it', async () => {
    const address = await store.put(A, bytes('bom dia'));
    expect((await store.read(A, address))?.toString()).toBe('bom dia');
    const part = await store.open(A, address, { start: 4, end: 6 });
    expect(part?.size).toBe(7);
    if (part === undefined) throw new Error('nothing there');
    expect(await text(part.stream)).toBe('dia');
  });

  it('keeps the same bytes once, and leaves no drafts', async () => {
    const [one, two] = await Promise.all([
      store.put(A, bytes('duas vezes')),
      store.put(A, bytes('duas vezes')),
    ]);
    expect(one).toBe(two);
    expect(readdirSync(join(root, A, one.slice(0, 2)))).toEqual([one]);
  });

  it('does not give one tenant what another put', async () => {
    const address = await store.put(A, bytes('só de A'));
    expect(await store.read(B, address)).toBeUndefined();
    expect(await store.open(B, address)).toBeUndefined();
  });

  it('removes, and takes removing what is not there', async () => {
    const address = await store.put(A, bytes('passageiro'));
    await store.remove(A, address);
    await store.remove(A, address);
    expect(await store.read(A, address)).toBeUndefined();
  });

  it.each([
    ['../../etc', 'a'.repeat(64)],
    [A, `../../${'a'.repeat(58)}`],
    [A, ''],
    ['', 'a'.repeat(64)],
    [`${A}/..`, 'a'.repeat(64)],
  ])('never makes a path of a name that is no address: %s %s', async (tenantId, address) => {
    await expect(store.read(tenantId, address)).rejects.toThrow('not an address');
    await expect(store.remove(tenantId, address)).rejects.toThrow('not an address');
  });
});
