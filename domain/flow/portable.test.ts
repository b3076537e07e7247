import { MESSAGE, flowOf } from '../../tests/support/flow';
import { semanticHash } from './compile';
import { diffFlows } from './diff';
import { exportFlow, importFlow } from './portable';

const document = flowOf(
  {
    t: ['message_received', MESSAGE],
    h: [
      'http_request',
      {
        url: 'https://x.com',
        credentialId: 'cred-1',
        headers: [
          { name: 'Authorization', value: 'Bearer s3cret' },
          { name: 'X-Api-Key', value: 's3cret' },
          { name: 'Accept', value: 'application/json' },
        ],
      },
    ],
    z: ['end'],
  },
  ['t.out > h', 'h.out > z'],
);

describe('a flow on its way', () => {
  it('carries no secret and no id of its tenant', () => {
    const file = JSON.stringify(exportFlow(document));
    for (const gone of ['s3cret', 'cred-1', '"c1"']) expect(file).not.toContain(gone);
    expect(file).toContain('application/json');
  });

  it('within the tenant its ids stay, its secrets do not', () => {
    const file = JSON.stringify(exportFlow(document, 'ids'));
    expect(file).toContain('cred-1');
    expect(file).not.toContain('s3cret');
  });

  it('arrives with a list of what is to be chosen, before anything is saved', () => {
    const arrived = importFlow(JSON.parse(JSON.stringify(exportFlow(document))));
    if (!arrived.ok) throw new Error('refused');
    expect(arrived.report).toMatchObject({
      nodes: 3,
      needs: [
        { nodeId: 't', field: 'channels.0', type: 'channel' },
        { nodeId: 'h', field: 'credentialId', type: 'credential' },
      ],
    });
    expect(diffFlows(exportFlow(document), arrived.document)).toMatchObject({
      added: [],
      removed: [],
      changed: [],
    });
    expect(semanticHash(arrived.document)).toBe(semanticHash(exportFlow(document)));
  });

  it.each([
    null,
    7,
    [],
    {},
    { ...document, format: 'other' },
    { ...document, formatVersion: 99 },
    { ...document, nodes: [{ id: '1 x' }] },
  ])('is refused with places when it is %j', (input) => {
    const arrived = importFlow(input);
    expect(arrived.ok).toBe(false);
    if (!arrived.ok) expect(arrived.problems.length).toBeGreaterThan(0);
  });
});

describe('two versions', () => {
  it('differ in nodes, in fields and in ways', () => {
    const next = {
      ...document,
      nodes: [
        ...document.nodes
          .filter(({ id }) => id !== 'z')
          .map((node) =>
            node.id === 'h'
              ? { ...node, title: 'Buscar', settings: { ...node.settings, url: 'https://y.com' } }
              : node,
          ),
        {
          ...document.nodes[2],
          id: 'n',
          kind: 'end',
          typeVersion: 1,
          position: { x: 0, y: 0 },
          title: 'n',
          settings: {},
        },
      ],
      edges: [document.edges[0], { id: 'q', from: 'h', handle: 'out', to: 'n' }].filter(
        (edge) => edge !== undefined,
      ),
    };
    expect(diffFlows(document, next)).toMatchObject({
      added: [{ id: 'n' }],
      removed: [{ id: 'z' }],
      changed: [
        {
          id: 'h',
          fields: [
            { field: 'title', before: 'h', after: 'Buscar' },
            { field: 'settings.url', before: 'https://x.com', after: 'https://y.com' },
          ],
        },
      ],
      edges: { added: [{ to: 'n' }], removed: [{ to: 'z' }] },
    });
  });
});
