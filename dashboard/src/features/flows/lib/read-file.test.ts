import { emptyFlow } from '../../../../../domain/flow/document';
import { readFlowFile } from './read-file';

describe('readFlowFile', () => {
  it('knows a file of ours by its format', () => {
    const read = readFlowFile(JSON.stringify(emptyFlow('Lembrete')));
    expect(read).toMatchObject({ ok: true, format: 'prosa', name: 'Lembrete' });
  });

  it.each([
    ['version 6', { version: '6', name: 'Bot', groups: [], edges: [], events: [] }],
    ['of before', { name: 'Bot', blocks: [], edges: [] }],
  ])('knows a Typebot export %s', (_, document) => {
    expect(readFlowFile(JSON.stringify(document))).toMatchObject({
      ok: true,
      format: 'typebot',
      name: 'Bot',
    });
  });

  it.each([
    ['  ', 'empty'],
    ['{"name":', 'not_json'],
    ['[]', 'unknown'],
    ['null', 'unknown'],
    ['{"nodes":[],"connections":{}}', 'unknown'],
  ])('refuses %j as %s', (text, reason) => {
    expect(readFlowFile(text)).toEqual({ ok: false, reason });
  });
});
