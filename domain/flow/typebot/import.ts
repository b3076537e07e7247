import { type FlowDocument, type FlowEdge, type FlowNode, emptyFlow } from '../document';
import { buildGraph } from '../graph';
import { FLOW_LIMITS } from '../limits';
import { NODE_KINDS } from '../registry';
import { isInput, mapBlock } from './blocks';
import { countLoops } from './count-loops';
import { type Mapped, type Names, lost } from './mapped';
import { type Target, type Typebot, type TypebotBlock, object, readTypebot, text, wordsOf } from './read';

export interface Brought {
  name: string;
  type: string;
  reason: string;
}

/** What became of a file. Every block of it is in exactly one of the three counts. */
export interface TypebotReport {
  /** Of the draft, its trigger and end included. */
  nodes: number;
  mapped: number;
  approximated: Brought[];
  unmapped: Brought[];
}

/**
 * A Typebot export (version 6, and those before) as a draft. What has nothing like it here keeps its place as a node to
 * be replaced; nothing is lost without a line in the report. Any input gives a draft; none throws.
 */
export function importTypebot(input: unknown): { document: FlowDocument; report: TypebotReport } {
  const bot = readTypebot(input);
  const { names, variables } = nameVariables(bot);
  const report: TypebotReport = { nodes: 0, mapped: 0, approximated: [], unmapped: [] };
  const placed = placeBlocks(bot, names, report);
  const document: FlowDocument = {
    ...emptyFlow(bot.name),
    variables,
    nodes: [
      nodeOf('inicio', 'message_received', 'Início', { x: -400, y: 0 }, { channels: [] }),
      ...placed.map(({ node }) => node),
      nodeOf('fim', 'end', 'Fim', { x: 0, y: -300 }, {}),
    ],
    edges: [],
    notes: bot.groups
      .filter(({ title }) => title !== '')
      .slice(0, FLOW_LIMITS.notes)
      .map(({ id, title, position }, index) => {
        const members = placed.flatMap(({ node, groupId }) => (groupId === id ? [node.id] : []));
        const note = { id: `g${index}`, text: title, position: { x: position.x, y: position.y - 80 } };
        return members.length === 0 ? note : { ...note, members };
      }),
  };
  document.edges = connect(bot, placed).slice(0, FLOW_LIMITS.edges);
  const counted = countLoops(document, 'fim');
  for (const { node, mapped, blocks } of placed) {
    const block = blocks.at(-1);
    if (!block || !counted.has(node.id) || mapped.approximated !== undefined || mapped.unmapped !== undefined)
      continue;
    report.mapped -= 1;
    report.approximated.push(brought(block, node.title, 'its way back is gone at most 50 times'));
  }
  restOrphans(document);
  report.nodes = document.nodes.length;
  return { document, report };
}

/** What nothing leads to was left lying there, and never ran: it is kept, and forbids nothing. */
function restOrphans(document: FlowDocument): void {
  const { reachable } = buildGraph(document);
  for (const node of document.nodes) if (!reachable.has(node.id)) node.disabled = true;
}

interface Placed {
  node: FlowNode;
  mapped: Mapped;
  /** The blocks it stands for: a question and its input are one node. */
  blocks: TypebotBlock[];
  groupId: string;
}

/** More than this would be no draft: the rest is named in the report. */
const MOST_NODES = FLOW_LIMITS.nodes * 2 - 2;

function placeBlocks(bot: Typebot, names: Names, report: TypebotReport): Placed[] {
  const targeted = new Set(bot.edges.map(({ to }) => to.blockId));
  const placed: Placed[] = [];
  for (const { id: groupId, title, position, blocks } of bot.groups) {
    let row = 0;
    for (let index = 0; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (!block) continue;
      const next = blocks[index + 1];
      // A bubble that only asks what the input after it takes.
      const question =
        next && asks(next) && !leads(block) && !targeted.has(next.id) ? questionOf(block, names) : '';
      const used = question === '' || !next ? block : next;
      const took = question === '' ? [block] : [block, used];
      if (placed.length >= MOST_NODES) {
        for (const each of took) report.unmapped.push(brought(each, title, 'the file has too many blocks'));
      } else {
        const mapped = checked(used, mapBlock(used, question || undefined, names));
        const name = title === '' ? used.type : `${title} ${row + 1}`;
        const at = { x: position.x, y: position.y + row * 160 };
        const node = nodeOf(`n${placed.length + 1}`, mapped.kind, name.slice(0, 120), at, mapped.settings);
        if (mapped.passes === true) node.disabled = true;
        placed.push({ node, mapped, blocks: took, groupId });
        note(report, used, title, mapped);
        if (took.length > 1) report.mapped += 1;
        row += 1;
      }
      if (took.length > 1) index += 1;
    }
  }
  return placed;
}

const asks = ({ type }: TypebotBlock) =>
  isInput(type) || ['choice input', 'picture choice input'].includes(type);
const leads = ({ body }: TypebotBlock) => text(body.outgoingEdgeId) !== '';

function questionOf(block: TypebotBlock, names: Names): string {
  return block.type === 'text'
    ? names.inText(wordsOf(object(block.body.content))).slice(0, FLOW_LIMITS.text)
    : '';
}

/** What cannot be read as settings of its kind is not passed off as brought. */
function checked(block: TypebotBlock, mapped: Mapped): Mapped {
  if (mapped.kind === 'goto') return mapped;
  const parsed = NODE_KINDS.get(mapped.kind)?.schema.safeParse(mapped.settings);
  return parsed?.success === true ? mapped : lost(block, 'its settings could not be brought');
}

function note(report: TypebotReport, block: TypebotBlock, title: string, mapped: Mapped): void {
  if (mapped.unmapped !== undefined) report.unmapped.push(brought(block, title, mapped.unmapped));
  else if (mapped.approximated !== undefined)
    report.approximated.push(brought(block, title, mapped.approximated));
  else report.mapped += 1;
}

function brought({ type }: TypebotBlock, title: string, reason: string): Brought {
  return { name: title, type, reason };
}

function nodeOf(
  id: string,
  kind: string,
  title: string,
  position: { x: number; y: number },
  settings: Record<string, unknown>,
): FlowNode {
  return { id, kind, typeVersion: NODE_KINDS.get(kind)?.version ?? 1, position, title, settings };
}

function connect(bot: Typebot, placed: readonly Placed[]): FlowEdge[] {
  const edges: FlowEdge[] = [];
  const join = (from: string, handle: string, to: string) => {
    edges.push({ id: `w${edges.length + 1}`, from, handle, to });
  };
  const find = (to: Target | undefined): string => {
    if (!to) return 'fim';
    const inGroup = placed.filter(({ groupId }) => groupId === to.groupId);
    const exact = inGroup.find(({ blocks }) => blocks.some(({ id }) => id === to.blockId));
    return (exact ?? inGroup[0])?.node.id ?? 'fim';
  };
  const toOf = (block: TypebotBlock, itemId: string | undefined) =>
    bot.edges.find((edge) => edge.blockId === block.id && edge.itemId === itemId)?.to;

  join('inicio', 'out', find(bot.start));
  placed.forEach(({ node, mapped, blocks, groupId }, index) => {
    const block = blocks.at(-1);
    if (!block) return;
    const following = placed[index + 1];
    const drawn = toOf(block, undefined);
    const on = drawn ? find(drawn) : following?.groupId === groupId ? following.node.id : 'fim';
    if (mapped.jump) {
      node.settings = {
        target: find({ groupId: mapped.jump.groupId, blockId: mapped.jump.blockId || undefined }),
      };
      return;
    }
    const wired = new Set<string>();
    for (const [itemId, handle] of Object.entries(mapped.items ?? {})) {
      const to = toOf(block, itemId);
      wired.add(handle);
      join(node.id, handle, to ? find(to) : on);
    }
    if (mapped.main !== null && !wired.has(mapped.main)) join(node.id, mapped.main, on);
    for (const [handle, where] of Object.entries(mapped.others ?? {})) {
      if (!wired.has(handle))
        join(node.id, handle, where === 'again' ? node.id : where === 'on' ? on : 'fim');
    }
  });
  return edges;
}

function nameVariables(bot: Typebot) {
  const taken = new Set<string>(['resposta']);
  const byId = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { id, name } of bot.variables) {
    const bare =
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .replace(/^(?=\d)/, 'v_')
        .slice(0, 34) || 'variavel';
    let slug = bare;
    for (let copy = 2; taken.has(slug); copy += 1) slug = `${bare}_${copy}`;
    taken.add(slug);
    byId.set(id, slug);
    if (!byName.has(name.trim())) byName.set(name.trim(), slug);
  }
  const names: Names = {
    of: (variableId) => byId.get(text(variableId)),
    // Braces around anything else were text, or JavaScript: they stay to be read.
    inText: (words) =>
      words.replace(/\{\{([^{}]{0,200})\}\}/g, (whole, inner: string) => {
        const slug = byName.get(inner.trim());
        return slug === undefined ? `\\${whole}` : `{{ variaveis.${slug} }}`;
      }),
  };
  const variables = [...taken]
    .map((name) => ({ name, type: 'any' as const, initial: '' }))
    .slice(0, FLOW_LIMITS.variables);
  return { names, variables };
}
