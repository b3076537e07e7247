import type { FlowDocument } from '../../../../../domain/flow/document';
import type { operations } from '../../../lib/api/generated';

type Body<O extends keyof operations, S extends number> =
  operations[O]['responses'] extends Record<S, { content: { 'application/json': infer T } }> ? T : never;

type Row = Body<'getAutomations', 200>['items'][number];
export type FlowStatus = Row['status'];
export interface FlowRow extends Omit<Row, 'runs'> {
  /** Of the last 7 days; `waiting` are those that are not over. */
  runs: { ok: number; failed: number; waiting: number };
}
export type AnsweredRow = Row;

type Detail = Body<'getAutomationsId', 200>;
/** With a draft that the core reads. */
export type FlowDetail = Omit<Detail, 'draft'> & { draft: FlowDocument };

type AnsweredTemplate = Body<'getAutomationsTemplates', 200>['items'][number];
export type Template = Omit<AnsweredTemplate, 'document'> & { document: FlowDocument };

export type FileFormat = 'prosa' | 'typebot';
export type ImportReport = Body<'postAutomationsImport', 200>['report'];
export type ImportLine = ImportReport['unmapped'][number];

/** Something found in a drawing, in words. */
export type PublishProblem = Pick<Detail['findings'][number], 'code' | 'severity' | 'nodeId' | 'message'>;

export type InFlight = 'keep' | 'move' | 'cancel';

export type Version = Body<'getAutomationsIdVersions', 200>['items'][number];

export const RUN_STATUSES = ['queued', 'running', 'waiting', 'ended', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export type RunPage = Body<'getAutomationsIdRuns', 200>;
export type RunRow = RunPage['items'][number];

export type StepStatus = 'done' | 'failed' | 'waiting' | 'dropped';
type AnsweredRun = Body<'getAutomationsRunsId', 200>;
export type AnsweredStep = AnsweredRun['trace'][number];
export interface RunStep extends Omit<AnsweredStep, 'status'> {
  status: StepStatus;
}
export interface RunDetail extends Omit<AnsweredRun, 'trace'> {
  trace: RunStep[];
}

export interface RunFilter {
  status?: RunStatus | undefined;
  version?: number | undefined;
  /** Where somebody of the run stands now. */
  node?: string | undefined;
  /** ISO time. */
  since?: string | undefined;
}

/** Of runs of all automations. */
export interface AllRunsFilter {
  flowId?: string | undefined;
  contactId?: string | undefined;
  status?: RunStatus | undefined;
  /** ISO time. */
  since?: string | undefined;
}

/** How many runs stand at a node now. */
export type FleetNode = Body<'getAutomationsIdFleet', 200>['items'][number];

/** Failures of one hour that are one. */
export type Failure = Body<'getAutomationsIdFailures', 200>['items'][number];
