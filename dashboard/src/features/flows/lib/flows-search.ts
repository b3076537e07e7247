import {
  type AllRunsFilter,
  type FlowStatus,
  RUN_STATUSES,
  type RunFilter,
  type RunStatus,
} from '../api/shapes';

export const FLOW_STATUSES: readonly FlowStatus[] = ['draft', 'active', 'paused'];

/** What of the list is in the address. */
export interface FlowsSearch {
  q?: string;
  status?: FlowStatus;
  /** How a new one begins, while that dialog is open. */
  create?: CreateWay;
}
export const CREATE_WAYS = ['blank', 'template', 'import'] as const;
export type CreateWay = (typeof CREATE_WAYS)[number];

const MAX_Q = 200;
const MAX_NODE = 64;

export function validateFlowsSearch(input: Record<string, unknown>): FlowsSearch {
  // The router reads ?q=123 as a number.
  const q = typeof input['q'] === 'number' ? String(input['q']) : input['q'];
  const status = FLOW_STATUSES.find((known) => known === input['status']);
  const create = CREATE_WAYS.find((known) => known === input['create']);
  return {
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.slice(0, MAX_Q) } : {}),
    ...(status === undefined ? {} : { status }),
    ...(create === undefined ? {} : { create }),
  };
}

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];
const DAY_MS = 86_400_000;
const PERIOD_DAYS: Record<Period, number> = { day: 1, week: 7, month: 30 };

/** What of an automation's runs is in the address. */
export interface RunsSearch {
  status?: RunStatus;
  version?: number;
  period?: Period;
  /** Where somebody of the run stands now. */
  node?: string;
}

export function validateRunsSearch(input: Record<string, unknown>): RunsSearch {
  const version = Number(input['version'] ?? Number.NaN);
  const node = input['node'];
  return {
    ...statusAndPeriod(input),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(typeof node === 'string' && node !== '' ? { node: node.slice(0, MAX_NODE) } : {}),
  };
}

/** What of the runs of all automations is in the address. */
export interface AllRunsSearch {
  /** Id of the automation. */
  flow?: string;
  status?: RunStatus;
  period?: Period;
  /** Id of the contact. */
  contact?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function validateAllRunsSearch(input: Record<string, unknown>): AllRunsSearch {
  const { flow, contact } = input;
  const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
  return {
    ...statusAndPeriod(input),
    ...(isId(flow) ? { flow } : {}),
    ...(isId(contact) ? { contact } : {}),
  };
}

function statusAndPeriod(input: Record<string, unknown>): Pick<AllRunsSearch, 'status' | 'period'> {
  const status = RUN_STATUSES.find((known) => known === input['status']);
  const period = PERIODS.find((known) => known === input['period']);
  return { ...(status === undefined ? {} : { status }), ...(period === undefined ? {} : { period }) };
}

/** `now`: Unix ms. To the minute, so that one question stays one question while it is looked at. */
export function runFilterOf({ status, version, node, period }: RunsSearch, now: number): RunFilter {
  return { status, version, node, since: sinceOf(period, now) };
}

/** As runFilterOf. */
export function allRunsFilterOf(
  { flow, contact, status, period }: AllRunsSearch,
  now: number,
): AllRunsFilter {
  return { flowId: flow, contactId: contact, status, since: sinceOf(period, now) };
}

function sinceOf(period: Period | undefined, now: number): string | undefined {
  const minute = Math.floor(now / 60_000) * 60_000;
  return period && new Date(minute - PERIOD_DAYS[period] * DAY_MS).toISOString();
}

/** Two versions side by side. */
export interface VersionsSearch {
  from?: number;
  to?: number;
}

export function validateVersionsSearch(input: Record<string, unknown>): VersionsSearch {
  const number = (value: unknown) => {
    const read = Number(value ?? Number.NaN);
    return Number.isInteger(read) && read >= 0 ? read : undefined;
  };
  const [from, to] = [number(input['from']), number(input['to'])];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
