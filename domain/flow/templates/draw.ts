import { type FlowDocument, type FlowEdge, type FlowNode, emptyFlow } from '../document';
import { DAY, HOUR } from '../limits';
import { TO_CHOOSE } from '../portable';
import { NODE_KINDS } from '../registry';

export interface FlowTemplate {
  id: string;
  name: string;
  description: string;
  niche: string;
  /** What to connect or choose before publishing. */
  connect: string[];
  document: FlowDocument;
}

/** A node of a template: its kind, its title on the canvas, its settings. */
export type Sketch = readonly [kind: string, title: string, settings: Record<string, unknown>];

interface Plan extends Omit<FlowTemplate, 'document'> {
  nodes: Readonly<Record<string, Sketch>>;
  /** `from > to`, or `from.handle > to`. */
  ways: readonly string[];
}

/** Pixels between columns and rows. */
const COLUMN = 340;
const ROW = 190;

/**
 * A template out of a plan. Ways out that must lead somewhere and are not drawn lead to a person (`pessoa`), or to the
 * end (`fim`) when time is up; when no person comes, it is said (`ninguem`). All are added where they are missing.
 */
export function draw({ nodes: planned, ways, ...about }: Plan): FlowTemplate {
  const nodes = Object.entries({ ...HELP, ...planned }).map(([id, [kind, title, settings]]): FlowNode => ({
    id,
    kind,
    typeVersion: NODE_KINDS.get(kind)?.version ?? 1,
    position: { x: 0, y: 0 },
    title,
    settings,
  }));
  const edges = ways.map((way): FlowEdge => {
    const [source = '', to = ''] = way.split(' > ');
    const [from = '', handle = 'out'] = source.split('.');
    return edge(from, handle, to);
  });
  const wired = new Set(edges.map(({ from, handle }) => `${from}.${handle}`));
  for (const node of nodes) {
    const facts = NODE_KINDS.get(node.kind)?.describe(node);
    if (facts === undefined || Array.isArray(facts)) continue;
    for (const { handle, required } of facts.ports) {
      if (wired.has(`${node.id}.${handle}`) || !(required || handle === 'out')) continue;
      const ends = handle === 'timed_out' || handle === 'out';
      edges.push(edge(node.id, handle, handle === 'nobody' ? 'ninguem' : ends ? 'fim' : 'pessoa'));
    }
  }
  const reached = placeNodes(nodes, edges);
  return {
    ...about,
    document: {
      ...emptyFlow(about.name),
      description: about.description,
      nodes: nodes.filter(({ id }) => reached.has(id)),
      edges: edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
    },
  };
}

const edge = (from: string, handle: string, to: string): FlowEdge => ({
  id: `${from}.${handle}`,
  from,
  handle,
  to,
});

/** Columns by distance from the beginning; gives what can be reached. */
function placeNodes(nodes: FlowNode[], edges: FlowEdge[]): Set<string> {
  const reached = new Set<string>();
  let column = nodes.filter(({ kind }) => NODE_KINDS.get(kind)?.family === 'trigger').map(({ id }) => id);
  for (let x = 0; column.length > 0; x += 1) {
    column.forEach((id, y) => {
      reached.add(id);
      const node = nodes.find((each) => each.id === id);
      if (node) node.position = { x: x * COLUMN, y: y * ROW };
    });
    const next = edges
      .filter(({ from, to }) => column.includes(from) && !reached.has(to))
      .map(({ to }) => to);
    column = [...new Set(next)];
  }
  return reached;
}

/** Begins with a message: of these words, or any. */
export const onMessage = (...words: string[]): Sketch => [
  'message_received',
  'Cliente escreve',
  {
    channels: [TO_CHOOSE],
    ...(words.length > 0 && { filter: { by: 'keyword', match: 'contains', words } }),
  },
];

export const say = (title: string, ...messages: string[]): Sketch => ['send_text', title, { messages }];

/** An offer, a reminder of a cart: counted as marketing. */
export const offer = (title: string, ...messages: string[]): Sketch => [
  'send_text',
  title,
  { messages, marketing: true },
];

export const ask = (
  title: string,
  question: string,
  saveTo: string,
  answer = 'text',
  more: Record<string, unknown> = {},
): Sketch => ['ask', title, { question, answer, saveTo, ...more }];

/** Up to three buttons; their handles are `option:1`, `option:2`, `option:3`. */
export const buttons = (title: string, text: string, ...titles: string[]): Sketch => [
  'send_buttons',
  title,
  {
    text,
    buttons: titles.map((each, index) => ({ key: String(index + 1), title: each })),
    timeoutSeconds: DAY,
  },
];

/** A list of up to ten; handles as of buttons. */
export const list = (title: string, text: string, ...titles: string[]): Sketch => [
  'send_list',
  title,
  {
    text,
    button: 'Ver opções',
    sections: [{ title: '', rows: titles.map((each, index) => ({ key: String(index + 1), title: each })) }],
    timeoutSeconds: DAY,
  },
];

export const wait = (title: string, seconds: number): Sketch => [
  'wait',
  title,
  { for: { by: 'duration', seconds } },
];

export const person = (message: string): Sketch => [
  'handoff_human',
  'Passar para a equipe',
  {
    to: { who: 'anyone' },
    message,
    outOfHoursMessage: 'Agora estamos fechados. Assim que abrirmos, alguém da equipe responde por aqui.',
    returnSeconds: 4 * HOUR,
  },
];

/** Answers out of the tenant's documents. */
export const documents = (title: string, question: string): Sketch => [
  'rag_answer',
  title,
  { knowledgeIds: [TO_CHOOSE], question },
];

export const openNow: Sketch = ['business_hours', 'Estamos abertos?', { hours: { of: 'company' } }];

const HELP: Readonly<Record<string, Sketch>> = {
  pessoa: person('Vou chamar alguém da equipe para continuar com você.'),
  ninguem: say('Ninguém veio', 'Ainda não conseguimos responder. Assim que der, alguém escreve por aqui.'),
  fim: ['end', 'Fim', {}],
};
