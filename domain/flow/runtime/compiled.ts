import type { FlowObject, FlowType, FlowValue, Path } from './value';

/** A published flow as it runs: every way resolved, every setting complete. JSON, stored with its version. */
export interface CompiledFlow {
  format: 'prosa.compiled';
  version: 1;
  /** Of all that changes what it does; not of positions, notes, titles or order. */
  hash: string;
  triggers: {
    node: string;
    kind: string;
    settings: FlowObject;
    to: string | null;
    ways?: Record<string, string>;
  }[];
  nodes: Record<string, CompiledNode>;
  variables: { name: string; type: FlowType; initial: FlowValue }[];
}

export interface CompiledNode {
  kind: string;
  title: string;
  settings: FlowObject;
  /** Ways out by handle, jumps included. A handle that is not here ends its path. */
  next: Record<string, string>;
  /** Handles it may leave by, in order. */
  handles: string[];
  /** Handles whose paths end inside. */
  bodies: string[];
  /** Settings that are templates. */
  templates: Path[];
  /** Run variables that its outputs go to, by variable: the output's name. */
  saves: Record<string, string>;
  passes: string | null;
  onError: { mode: 'stop' } | { mode: 'default'; value: FlowValue } | { mode: 'branch' };
  timeoutSeconds: number | null;
  retries: number;
}

/** A node that is in no drawing: it leaves by `out` and does what its kind does without settings. */
export function undrawnNode(kind: string, next: Record<string, string> = {}): CompiledNode {
  return {
    kind,
    title: '',
    settings: {},
    next,
    handles: ['out'],
    bodies: [],
    templates: [],
    saves: {},
    passes: null,
    onError: { mode: 'stop' },
    timeoutSeconds: null,
    retries: 0,
  };
}
