import type { Failure, FleetNode, RunStatus, StepStatus } from '../api/shapes';

const STEP_STATUSES: readonly StepStatus[] = ['done', 'failed', 'waiting', 'dropped'];

/** What this page does not know is something that is under way. */
export function stepStatus(status: string): StepStatus {
  return STEP_STATUSES.find((known) => known === status) ?? 'waiting';
}

/** Six statuses as the three that matter in a list; cancelled runs are neither. */
export function runCounts(counts: Partial<Record<RunStatus, number>>) {
  const { ended = 0, failed = 0, queued = 0, running = 0, waiting = 0 } = counts;
  return { ok: ended, failed, waiting: queued + running + waiting };
}

export interface FailureGroup {
  nodeId: string | null;
  type: string;
  count: number;
  /** The hour of the last one, ISO 8601. */
  lastHour: string;
  lastRunId: string;
}

/** The API counts by the hour; here one line a cause, the latest first. */
export function groupFailures(failures: Failure[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const { hour, type, nodeId, count, lastRunId } of failures) {
    const key = `${nodeId ?? ''} ${type ?? ''}`;
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, { nodeId, type: type ?? 'error', count, lastHour: hour, lastRunId });
      continue;
    }
    known.count += count;
    if (hour > known.lastHour) Object.assign(known, { lastHour: hour, lastRunId });
  }
  return [...groups.values()].sort((a, b) => (a.lastHour < b.lastHour ? 1 : -1));
}

/** Of one version, as its drawing shows it. */
export function standingByNode(fleet: FleetNode[], version: number): Record<string, number> {
  return Object.fromEntries(
    fleet.flatMap((place) =>
      place.nodeId !== null && place.version === version ? [[place.nodeId, place.runs]] : [],
    ),
  );
}
