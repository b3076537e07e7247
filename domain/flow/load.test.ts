import * as z from 'zod';
import { flowOf } from '../../tests/support/flow';
import { type NodeDefinition, defineNode, words } from './define-node';
import { loadFlow } from './load';
import { NODE_KINDS } from './registry';
import { sha256 } from '../sha256';

const name = ['Velho', 'old'] as const;
const kinds = NODE_KINDS as Map<string, NodeDefinition>;

describe('what was stored', () => {
  beforeAll(() => {
    kinds.set(
      'aged',
      defineNode({
        kind: 'aged',
        version: 3,
        family: 'action',
        schema: z.object({ texts: z.array(z.string()) }),
        initial: {},
        words: words(name, name, name),
        migrations: {
          1: ({ message }) => ({ text: message }),
          2: ({ text }) => {
            if (typeof text !== 'string') throw new Error('junk');
            return { texts: [text] };
          },
        },
        ports: () => [],
        summary: () => '',
      }),
    );
  });
  afterAll(() => kinds.delete('aged'));

  const aged = (typeVersion: number, settings: Record<string, unknown>) =>
    loadFlow(flowOf({ a: ['aged', settings, { typeVersion }] }));

  it('goes through every version up to the last', () => {
    expect(aged(1, { message: 'oi' })).toMatchObject({
      ok: true,
      document: { nodes: [{ typeVersion: 3, settings: { texts: ['oi'] } }] },
      migrated: [{ nodeId: 'a', kind: 'aged', from: 1, to: 3 }],
    });
    expect(aged(2, { text: 'oi' })).toMatchObject({ document: { nodes: [{ settings: { texts: ['oi'] } }] } });
    expect(aged(3, { texts: [] })).toMatchObject({ migrated: [] });
  });

  it('stays as it is when it cannot be read, or is newer than we are', () => {
    expect(aged(1, { other: 1 })).toMatchObject({
      ok: true,
      document: { nodes: [{ typeVersion: 1 }] },
      migrated: [],
    });
    expect(aged(9, { x: 1 })).toMatchObject({
      ok: true,
      document: { nodes: [{ typeVersion: 9, settings: { x: 1 } }] },
    });
  });

  it('is refused when it is too large', () => {
    expect(aged(3, { texts: ['x'.repeat(1_100_000)] })).toEqual({
      ok: false,
      problems: [{ path: '', message: 'too large' }],
    });
  });
});

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('SHA-256 of %j', (text, expected) => {
  expect(sha256(text)).toBe(expected);
});
