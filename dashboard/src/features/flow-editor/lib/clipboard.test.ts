import { applyEdit } from '../../../../../domain/flow/edit/commands';
import { copyPart, pastePart, readPart } from './clipboard';
import { flowOf } from './fixtures';

function flow() {
  const document = flowOf({ ask_1: 'ask', send_text_1: 'send_text', transfer_1: 'transfer' }, [
    'ask_1 ok send_text_1',
    'send_text_1 out transfer_1',
  ]);
  const [, text, transfer] = document.nodes;
  if (text)
    text.settings = { messages: ['Você disse {{ blocos.ask_1.texto }} em {{ blocos.ask_12.texto }}'] };
  if (transfer) transfer.settings = { to: { what: 'team', teamId: 'team-1' } };
  return document;
}

function copied(ids: string[], from = 'a') {
  const text = copyPart(flow(), new Set(ids), from);
  if (text === undefined) throw new Error('nothing copied');
  return text;
}

describe('a part of a flow as text', () => {
  it('comes back under new ids, with its own wires and what its blocks say of each other', () => {
    const part = readPart(copied(['ask_1', 'send_text_1']), 'a');
    if (!part) throw new Error('not read');
    const edited = applyEdit(flow(), pastePart(flow(), part).command);
    if (!edited.ok) throw new Error(edited.code);
    expect(edited.document.nodes.slice(3).map(({ id }) => id)).toEqual(['ask_2', 'send_text_2']);
    expect(edited.document.edges.at(-1)).toMatchObject({ from: 'ask_2', handle: 'ok', to: 'send_text_2' });
    expect(edited.document.edges).toHaveLength(3);
    expect(edited.document.nodes.at(-1)?.settings).toEqual({
      messages: ['Você disse {{ blocos.ask_2.texto }} em {{ blocos.ask_12.texto }}'],
    });
  });

  it('stands where it is wanted', () => {
    const part = readPart(copied(['send_text_1']), 'a');
    if (!part) throw new Error('not read');
    const edited = applyEdit(flow(), pastePart(flow(), part, { x: 48, y: 96 }).command);
    expect(edited.ok && edited.document.nodes.at(-1)?.position).toEqual({ x: 48, y: 96 });
  });

  it.each([
    ['the same company', 'a', 'team-1'],
    ['another company', 'b', 'escolher'],
  ])('keeps what it points to for %s', (_whom, tenant, teamId) => {
    const part = readPart(copied(['transfer_1']), tenant);
    expect(part?.nodes[0]?.settings).toEqual({ to: { what: 'team', teamId } });
  });

  it('carries no secret that somebody typed into a header', () => {
    const document = flowOf({ h: 'http_request' });
    const [node] = document.nodes;
    if (!node) throw new Error('no node');
    node.settings = {
      url: 'https://a.example',
      headers: [{ name: 'Authorization', value: 'Bearer abc' }],
    };
    expect(copyPart(document, new Set(['h']), 'a')).not.toContain('abc');
  });

  it.each(['', 'Oi, tudo bem?', '{"a":1}', '{"format":"prosa.flow.part"}', 'null'])('is not %j', (text) => {
    expect(readPart(text, 'a')).toBeUndefined();
  });

  it('is nothing where nothing is selected', () => {
    expect(copyPart(flow(), new Set(['send_text_1.out']), 'a')).toBeUndefined();
  });
});
