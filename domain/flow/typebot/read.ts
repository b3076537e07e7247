import { FLOW_LIMITS } from '../limits';

/* Files of every age and from every hand: nothing is taken for granted, nothing throws. */

export type Loose = Record<string, unknown>;

export function object(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}
export function array(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
export function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : otherwise;
}
export function number(value: unknown): number | undefined {
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}

export interface TypebotBlock {
  id: string;
  type: string;
  body: Loose;
  options: Loose;
  items: Loose[];
}

export interface TypebotGroup {
  id: string;
  title: string;
  position: { x: number; y: number };
  blocks: TypebotBlock[];
}

export interface Typebot {
  name: string;
  groups: TypebotGroup[];
  /** Where it begins. */
  start: Target | undefined;
  edges: { blockId: string; itemId: string | undefined; to: Target }[];
  variables: { id: string; name: string }[];
}

export interface Target {
  groupId: string;
  blockId: string | undefined;
}

/** Version 6 and those before: groups were once called blocks, and blocks steps; the start was once a block. */
export function readTypebot(input: unknown): Typebot {
  const file = object(input);
  // Some tools wrap the file.
  const bot = Array.isArray(file.groups) || Array.isArray(file.blocks) ? file : object(file.typebot);
  const groups = array(bot.groups ?? bot.blocks).map((each, index) => readGroup(object(each), index));
  const edges = array(bot.edges).map(object);
  const targets = new Map(edges.map((edge) => [text(edge.id), target(edge.to)]));
  const starts = new Set<string>();
  let start: Target | undefined;
  for (const event of array(bot.events).map(object)) {
    if (text(event.type, 'start') !== 'start') continue;
    start ??= targets.get(text(event.outgoingEdgeId)) ?? toOf(edges, 'eventId', text(event.id));
  }
  for (const block of groups.flatMap((group) => group.blocks)) {
    if (block.type !== 'start') continue;
    starts.add(block.id);
    start ??= targets.get(text(block.body.outgoingEdgeId)) ?? toOf(edges, 'blockId', block.id);
  }
  const real = groups
    .map((group) => ({ ...group, blocks: group.blocks.filter(({ id }) => !starts.has(id)) }))
    .filter(({ blocks }) => blocks.length > 0);
  const first = real[0];
  return {
    name: text(bot.name).trim().slice(0, 120) || 'Typebot',
    groups: real,
    start: start ?? (first && { groupId: first.id, blockId: undefined }),
    edges: edges.flatMap((edge) => {
      const from = object(edge.from);
      const blockId = text(from.blockId ?? from.stepId);
      const to = target(edge.to);
      const itemId = text(from.itemId);
      return blockId === '' || !to ? [] : [{ blockId, itemId: itemId === '' ? undefined : itemId, to }];
    }),
    variables: array(bot.variables)
      .map(object)
      .map(({ id, name }) => ({ id: text(id), name: text(name) }))
      .slice(0, FLOW_LIMITS.variables),
  };
}

function readGroup(group: Loose, index: number): TypebotGroup {
  const at = object(group.graphCoordinates);
  return {
    id: text(group.id, `group-${index}`),
    title: text(group.title).slice(0, 100),
    position: { x: number(at.x) ?? index * 400, y: number(at.y) ?? 0 },
    blocks: array(group.blocks ?? group.steps).map((each, place) => {
      const body = object(each);
      return {
        id: text(body.id, `${index}-${place}`),
        type: text(body.type),
        body,
        options: object(body.options),
        items: array(body.items).map(object),
      };
    }),
  };
}

function target(to: unknown): Target | undefined {
  const { groupId, blockId, stepId } = object(to);
  // Of old, `blockId` named what is now a group.
  const group = text(groupId ?? blockId);
  const block = text(groupId === undefined ? stepId : blockId);
  return group === '' ? undefined : { groupId: group, blockId: block === '' ? undefined : block };
}

function toOf(edges: readonly Loose[], field: string, id: string): Target | undefined {
  return target(edges.find((edge) => text(object(edge.from)[field]) === id)?.to);
}

/** The words of a text bubble: rich text of today, HTML or plain text of before. */
export function wordsOf(content: Loose): string {
  const rich = array(content.richText).map((each) => line(each, 0));
  if (rich.length > 0) return rich.join('\n').trim();
  const plain = text(content.plainText);
  if (plain !== '') return plain.trim();
  return text(content.html)
    .replace(/<(?:br\s*\/?|\/p|\/div|\/li)>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

function line(element: unknown, depth: number): string {
  if (depth > 20) return '';
  const { text: own, url, children, type, bold, italic } = object(element);
  if (typeof own === 'string') {
    const mark = bold === true ? '*' : italic === true ? '_' : '';
    const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(own) ?? [];
    return mark === '' || middle === '' ? own : `${before}${mark}${middle}${mark}${after}`;
  }
  const inside = array(children)
    .map((child) => line(child, depth + 1))
    .join(type === 'ul' || type === 'ol' ? '\n' : '');
  const address = text(url);
  return address !== '' && address !== inside ? `${inside} (${address})` : inside;
}
