import type { FlowDocument } from '../../../../../domain/flow/document';
import type { Severity } from '../../../../../domain/flow/finding';

/** What the screens know of automations. `requests.ts` brings the API's answers into these. */
export type FlowStatus = 'draft' | 'active' | 'paused';

export interface FlowRow {
  id: string;
  name: string;
  description: string;
  status: FlowStatus;
  pausedBy: string | null;
  /** Number of the version that begins runs. */
  published: number | null;
  publishedAt: string | null;
  updatedAt: string;
  /** Kinds of what begins it. */
  triggers: string[];
  /** Of the last 7 days; `waiting` is now. */
  runs: { ok: number; failed: number; waiting: number };
}

export interface FlowDetail extends Omit<FlowRow, 'runs' | 'triggers' | 'publishedAt'> {
  revision: number;
  draft: FlowDocument;
}

export interface Template {
  id: string;
  name: string;
  niche: string;
  description: string;
  needs: string[];
  document: FlowDocument;
}

export type FileFormat = 'prosa' | 'typebot';

export interface ImportLine {
  name: string;
  type: string;
  reason: string;
}

export interface ImportReport {
  nodes: number;
  mapped: number;
  approximated: ImportLine[];
  unmapped: ImportLine[];
  /** What has to be chosen here: titles of nodes, and the sort of thing. */
  needs: { nodeId: string; field: string; type: string }[];
}

export interface PublishProblem {
  code: string;
  severity: Severity;
  nodeId: string | null;
  message: string;
}

export type InFlight = 'keep' | 'move' | 'cancel';

export interface Version {
  number: number;
  name: string;
  note: string;
  author: string | null;
  createdAt: string;
  runs: { total: number; inFlight: number };
}

export const RUN_STATUSES = ['queued', 'running', 'waiting', 'ended', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export interface Standing {
  node: string;
  kind: string;
  since: string | null;
  until: string | null;
}

export interface RunFailure {
  type: string;
  message: string;
  node: string;
}

export interface RunRow {
  id: string;
  flowId: string;
  flowName: string;
  version: number;
  status: RunStatus;
  triggerKind: string;
  contact: { id: string; name: string | null } | null;
  conversationId: string | null;
  standing: Standing[];
  failure: RunFailure | null;
  startedAt: string;
  endedAt: string | null;
}

export type StepStatus = 'done' | 'failed' | 'waiting' | 'dropped';

export interface RunStep {
  seq: number;
  nodeId: string;
  kind: string;
  status: StepStatus;
  handle: string | null;
  input: unknown;
  output: unknown;
  error: unknown;
  startedAt: string;
  endedAt: string | null;
}

export interface RunDetail extends RunRow {
  payload: Record<string, unknown>;
  outputs: unknown;
  retryOfId: string | null;
  trace: RunStep[];
}

export interface RunFilter {
  status?: RunStatus | undefined;
  version?: number | undefined;
  /** ISO time. */
  from?: string | undefined;
}

/** How many runs stand at a node now. */
export interface FleetNode {
  nodeId: string;
  version: number;
  count: number;
}

/** Failures that are one. */
export interface ErrorGroup {
  nodeId: string | null;
  type: string;
  message: string;
  count: number;
  lastAt: string;
  lastRunId: string | null;
}
