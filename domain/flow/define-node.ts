import type * as z from 'zod';
import type { FlowNode } from './document';
import { type Finding, type FindingCode, finding } from './finding';
import type { FlowType, Path } from './runtime/value';

export type FlowLocale = 'pt-BR' | 'en' | 'es';
export type Family = 'trigger' | 'logic' | 'action';

/** What a variable holds, down to its fields. */
export type Shape = FlowType | { readonly [field: string]: Shape };

/** A way out. */
export interface Port {
  handle: string;
  /** Publishing wants it wired. */
  required: boolean;
  /** For handles of the tenant's own making: the option's title, the branch's name. */
  label?: string;
  /** Its paths end inside: each item of a loop, each branch. What follows is on another handle. */
  body?: boolean;
}

export function port(handle: string, more: Partial<Omit<Port, 'handle'>> = {}): Port {
  return { handle, required: false, ...more };
}

/** Something of the tenant's that may be gone: checked against what there is. */
export interface Reference {
  type: ReferenceType;
  id: string;
  field: string;
}
export const REFERENCE_TYPES = [
  'channel',
  'agent',
  'knowledge',
  'tag',
  'form',
  'team',
  'user',
  'calendar',
  'credential',
  'flow',
  'file',
] as const;
export type ReferenceType = (typeof REFERENCE_TYPES)[number];

/** Where in the settings somebody wrote in a language of ours. */
export interface Writing {
  path: Path;
  as: 'template' | 'expression' | 'condition' | 'pattern' | 'path';
}

export const write = (as: Writing['as'], ...path: (string | number)[]): Writing => ({ path, as });

export interface Words {
  name: string;
  /** What it does and where it leaves, in a sentence or two. */
  about: string;
}

/** A finding in a node's own settings. */
export type Found = Omit<Finding, 'severity' | 'nodeId' | 'edgeId'>;

export interface NodeSpec<S> {
  kind: string;
  /** Of the settings' shape. Raise it with a migration from the one before. */
  version: number;
  family: Family;
  schema: z.ZodType<S>;
  /** Of a node just dropped; may still lack what only people know. */
  initial: Record<string, unknown>;
  words: Record<FlowLocale, Words>;
  /** Settings of version n made into those of n + 1. */
  migrations?: Record<number, (settings: Record<string, unknown>) => Record<string, unknown>>;
  ports: (settings: S) => Port[];
  /** What others read as `blocos.<id>.…`; of a trigger, `gatilho.…`. */
  outputs?: (settings: S) => Record<string, Shape>;
  /** Run variables it writes, with their types. */
  assigns?: (settings: S) => Record<string, FlowType>;
  /** Run variables that get one of its outputs, when it leaves: by variable, the output's name or path. */
  saves?: (settings: S) => Record<string, string>;
  references?: (settings: S) => Reference[];
  writings?: (settings: S) => Writing[];
  /** Ways that are not drawn: back to a node. `counted` ones end by themselves. */
  jumps?: (settings: S) => { handle: string; to: string; counted: boolean; field: string }[];
  check?: (settings: S) => Found[];
  /** What it stands still for. */
  waitsFor?: 'reply' | 'person' | 'time' | 'event';
  /** Seconds it stands still at the most, where known. */
  waitSeconds?: (settings: S) => number;
  /** How many messages the customer gets. */
  messages?: (settings: S) => number;
  /** Whether its work can fail: it then may have the handle `error`. */
  canFail?: boolean;
  /** One line for the box. */
  summary: (settings: S, locale: FlowLocale) => string;
}

/** All that the core asks of one node of a document. */
export interface NodeFacts {
  settings: Record<string, unknown>;
  ports: Port[];
  outputs: Record<string, Shape>;
  assigns: Record<string, FlowType>;
  saves: Record<string, string>;
  references: Reference[];
  writings: Writing[];
  jumps: { handle: string; to: string; counted: boolean; field: string }[];
  findings: Finding[];
  waitSeconds: number;
  messages: number;
  /** The settings are wrong: nothing here is known. */
  unknown?: true;
}

export interface NodeDefinition {
  kind: string;
  version: number;
  family: Family;
  initial: Record<string, unknown>;
  words: Record<FlowLocale, Words>;
  waitsFor: NodeSpec<never>['waitsFor'];
  canFail: boolean;
  migrations: NonNullable<NodeSpec<never>['migrations']>;
  schema: z.ZodType;
  /** Never throws; wrong settings are findings. */
  describe(node: FlowNode): NodeFacts | Finding[];
  /** '' while the settings are wrong. */
  summary(settings: unknown, locale: FlowLocale): string;
}

/** Hides the settings' type, so that kinds of every shape stand in one registry. */
export function defineNode<S>(spec: NodeSpec<S>): NodeDefinition {
  return {
    kind: spec.kind,
    version: spec.version,
    family: spec.family,
    initial: spec.initial,
    words: spec.words,
    waitsFor: spec.waitsFor,
    canFail: spec.canFail ?? false,
    migrations: spec.migrations ?? {},
    schema: spec.schema,
    describe(node) {
      const parsed = spec.schema.safeParse(node.settings);
      if (!parsed.success) {
        return parsed.error.issues.map((issue) =>
          finding(codeOf(issue), {
            nodeId: node.id,
            field: issue.path.map(String).join('.'),
            data: { rule: issue.code },
          }),
        );
      }
      const settings = parsed.data;
      const ports = spec.ports(settings);
      if (spec.canFail && node.onError?.mode === 'branch') ports.push(port('error', { required: true }));
      return {
        settings: settings as Record<string, unknown>,
        ports,
        outputs: spec.outputs?.(settings) ?? {},
        assigns: spec.assigns?.(settings) ?? {},
        saves: spec.saves?.(settings) ?? {},
        references: spec.references?.(settings) ?? [],
        writings: spec.writings?.(settings) ?? [],
        jumps: spec.jumps?.(settings) ?? [],
        findings: (spec.check?.(settings) ?? []).map(({ code, ...place }) =>
          finding(code, { nodeId: node.id, ...place }),
        ),
        waitSeconds: spec.waitSeconds?.(settings) ?? 0,
        messages: spec.messages?.(settings) ?? 0,
      };
    },
    summary(settings, locale) {
      const parsed = spec.schema.safeParse(settings);
      return parsed.success ? shorten(spec.summary(parsed.data, locale)) : '';
    },
  };
}

/** A schema may name one of our codes as its message. */
function codeOf(issue: { message: string }): FindingCode {
  return issue.message.startsWith('finding:') ? (issue.message.slice(8) as FindingCode) : 'invalid_settings';
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Name and sentence in the three languages, in this order: pt-BR, en, es. */
export function words(
  pt: readonly [string, string],
  en: readonly [string, string],
  es: readonly [string, string],
): Record<FlowLocale, Words> {
  const of = ([name, about]: readonly [string, string]): Words => ({ name, about });
  return { 'pt-BR': of(pt), en: of(en), es: of(es) };
}
