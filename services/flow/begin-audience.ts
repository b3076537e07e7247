import { isNationalHoliday } from '../../domain/hours/holidays';
import { wallTime } from '../../domain/hours/zoned-time';
import type { Deps } from '../deps';
import { scheduleSettings } from './sync-schedules';
import { startRun } from './start-run';

export interface AudiencePart {
  tenantId: string;
  flowId: string;
  nodeId: string;
  /** The hour that came, Unix ms. */
  scheduledAt: number;
  /** Contacts up to this one have their runs. */
  after: string | null;
}

/** What is left of an audience: the rest after a minute, all of it on another day, or nothing. */
export type AudienceRest = { after: string } | { waitMs: number } | null;

const DAY_MS = 24 * 3_600_000;

/**
 * An hour of a schedule has come: begins a run without a contact, or one for each of the next contacts of the audience, as
 * many as may begin within a minute. The same hour begins each of them once.
 *
 * @param now Unix ms
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function beginAudience(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  { tenantId, flowId, nodeId, scheduledAt, after }: AudiencePart,
  now: number,
): Promise<AudienceRest> {
  const found = await deps.db.withTenant(tenantId, async (tx) => {
    const trigger = await tx.flowTrigger.findFirst({
      where: { tenantId, flowId, nodeId, kind: 'schedule' },
      include: { flow: { select: { status: true, published: true } } },
    });
    if (trigger?.flow.status !== 'active' || trigger.flow.published !== trigger.version) return undefined;
    const version = await tx.flowVersion.findFirst({
      where: { tenantId, flowId, number: trigger.version },
      select: { id: true },
    });
    const tenant = await tx.tenant.findFirst({ where: { id: tenantId }, select: { status: true } });
    if (version === null || tenant?.status !== 'active') return undefined;
    const settings = scheduleSettings.parse(trigger.settings);
    const contacts =
      settings.tagId === undefined
        ? null
        : await tx.contact.findMany({
            where: {
              tenantId,
              mergedIntoId: null,
              internal: false,
              tags: { some: { tagId: settings.tagId } },
              ...(after === null ? {} : { id: { gt: after } }),
            },
            orderBy: { id: 'asc' },
            take: settings.contactsPerMinute,
            select: {
              id: true,
              conversations: {
                where: { mergedIntoId: null, kind: 'person' },
                orderBy: { lastMessageAt: 'desc' },
                take: 1,
                select: { id: true },
              },
            },
          });
    return { settings, versionId: version.id, contacts };
  });
  if (found === undefined) {
    // Paused, taken back or drawn anew since: what is left of the schedule goes.
    await deps.workflows.dropFlowSchedule({ tenantId, flowId, nodeId });
    return null;
  }
  const { settings, versionId, contacts } = found;
  if (settings.holidays !== 'run' && isNationalHoliday(wallTime(now, settings.zone))) {
    return settings.holidays === 'skip' ? null : { waitMs: DAY_MS };
  }
  const hour = new Date(scheduledAt).toISOString();
  const begin = (contactId: string | null, conversationId: string | null) =>
    startRun(deps, {
      tenantId,
      flowId,
      versionId,
      trigger: { kind: 'schedule', node: nodeId },
      eventKey: `schedule:${nodeId}:${hour}${contactId === null ? '' : `:${contactId}`}`,
      payload: { previsto_para: hour },
      contactId,
      conversationId,
    });
  if (contacts === null) {
    await begin(null, null);
    return null;
  }
  for (const { id, conversations } of contacts) await begin(id, conversations[0]?.id ?? null);
  const last = contacts.at(-1);
  return last !== undefined && contacts.length === settings.contactsPerMinute ? { after: last.id } : null;
}
