import type { FlowType, FlowValue } from './runtime/value';

export const FLOW_FORMAT = 'prosa.flow';
export const FLOW_FORMAT_VERSION = 1;

export type ErrorPolicy =
  | { mode: 'stop' }
  /** Goes on by the main handle as if the node had given this. */
  | { mode: 'default'; value: FlowValue }
  /** Leaves by the handle `error`, with `erro` in scope. */
  | { mode: 'branch' };

/** A box of the drawing. `settings` are what its kind says; a draft may hold anything, publishing checks. */
export interface FlowNode {
  id: string;
  kind: string;
  typeVersion: number;
  position: { x: number; y: number };
  title: string;
  note?: string | undefined;
  /** Passes through by its first handle. */
  disabled?: boolean | undefined;
  timeoutSeconds?: number | undefined;
  onError?: ErrorPolicy | undefined;
  /** Further attempts after a failure, 0 to 4. */
  retries?: number | undefined;
  settings: Record<string, unknown>;
}

export interface FlowEdge {
  id: string;
  from: string;
  handle: string;
  to: string;
}

/** A sticky note; `nodeId` when it belongs to a node. With members it is a section, named by its text. */
export interface FlowNote {
  id: string;
  text: string;
  position: { x: number; y: number };
  nodeId?: string | undefined;
  /** Nodes that a section keeps together. Those that are not there, or of an earlier section, do not count. */
  members?: string[] | undefined;
  /** The section is drawn as one box. */
  collapsed?: boolean | undefined;
}

export interface FlowVariable {
  name: string;
  type: FlowType;
  initial?: FlowValue | undefined;
}

export interface FlowDocument {
  format: typeof FLOW_FORMAT;
  formatVersion: number;
  name: string;
  description?: string | undefined;
  nodes: FlowNode[];
  edges: FlowEdge[];
  notes: FlowNote[];
  variables: FlowVariable[];
}

export function emptyFlow(name: string): FlowDocument {
  return {
    format: FLOW_FORMAT,
    formatVersion: FLOW_FORMAT_VERSION,
    name,
    nodes: [],
    edges: [],
    notes: [],
    variables: [],
  };
}
