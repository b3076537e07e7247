import { readFileSync } from 'node:fs';
import { checkFlow } from '../check-flow';
import { compileDraft } from '../compile';
import { flowTools } from '../expression/tools';
import { loadFlow } from '../load';
import { playScript } from '../simulate/play-script';
import { importTypebot } from './import';

const read = (name: string) =>
  JSON.parse(readFileSync(`tests/fixtures/typebot/${name}.json`, 'utf8')) as {
    groups: { blocks: unknown[] }[];
  };
const onNumber = (document: ReturnType<typeof importTypebot>['document']) => ({
  ...document,
  nodes: document.nodes.map((node) =>
    node.kind === 'message_received' ? { ...node, settings: { channels: ['c'] } } : node,
  ),
});

describe('an export of Typebot 6', () => {
  it.each<[string, string[]]>([
    ['lead-capture', []],
    ['ai-support', []],
    ['shop-payment', ['Script', 'payment input']],
  ])('%s becomes a draft with at least nine blocks in ten', (name, lost) => {
    const file = read(name);
    const { document, report } = importTypebot(file);
    const blocks = file.groups.flatMap((group) => group.blocks).length;
    expect(report.mapped + report.approximated.length + report.unmapped.length).toBe(blocks);
    expect(report.unmapped.map(({ type }) => type)).toEqual(lost);
    expect((report.mapped + report.approximated.length) / blocks).toBeGreaterThanOrEqual(0.9);
    expect(loadFlow(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
  });

  it.each<[string, string[], RegExp]>([
    [
      'lead-capture',
      ['oi', 'Ana', 'Implante', 'errado', 'ana@exemplo.com', '31987654321', '65'],
      /^Tudo certo, Ana! Protocolo/,
    ],
    ['lead-capture', ['oi', 'Ana', '3'], /wa\.me/],
    ['ai-support', ['oi', 'Quebrou', 'Não', 'Quebrou mesmo', 'Sim', '5'], /(nota 5|youtube)/],
  ])('%s is published, and runs to its end', (name, said, last) => {
    const document = onNumber(importTypebot(read(name)).document);
    expect(checkFlow(document).filter(({ severity }) => severity === 'error')).toEqual([]);
    const script = {
      start: { zone: 'America/Sao_Paulo', at: 1_800_000_000_000 },
      events: said.map((text) => ({ type: 'say' as const, text })),
      advanceMs: 600_000,
    };
    const sim = playScript(compileDraft(document), script, flowTools);
    expect([sim.status, sim.failure]).toEqual(['ended', null]);
    expect(sim.chat.findLast(({ from }) => from === 'flow')?.text).toMatch(last);
  });

  it('a circle in which nobody is asked is counted by a loop, and the report says so', () => {
    const { document, report } = importTypebot(read('ai-support'));
    const loops = document.nodes.filter(({ kind }) => kind === 'loop');
    expect(loops).toMatchObject([{ settings: { most: 50 } }]);
    expect(report.approximated).toContainEqual(
      expect.objectContaining({ type: 'Condition', reason: expect.stringContaining('50 times') }),
    );
  });
});
