import * as z from 'zod';
import type { BotConfig as BotConfigRow } from '../../prisma/generated/client';
import type { BotMessages } from '../../domain/agent/default-messages';
import { Tone } from '../../domain/agent/tone';
import type { Pace } from '../../domain/conversation/pace';
import type { TimingSettings } from '../../domain/conversation/timing';
import { NotFoundError } from '../../domain/errors';
import type { OpeningHours } from '../../domain/hours/opening-hours';
import type { Deps, TenantContext } from '../deps';
import { readHours, writeHours } from './hours-schema';

/** How a tenant's AI talks and waits, as people see and change it. */
export interface BotConfig {
  tone: Tone;
  messages: BotMessages;
  confidenceThreshold: number;
  pace: Pace;
  timing: TimingSettings;
  hours: OpeningHours;
}

type Optional<T, Names extends keyof T> = Omit<T, Names> & { [Name in Names]?: T[Name] | undefined };

/** What was there before opening hours must be named; the rest is kept where it is not. */
export interface BotConfigChange extends Omit<BotConfig, 'messages' | 'timing' | 'hours' | 'pace'> {
  messages: Optional<BotMessages, 'outOfHours' | 'closing'>;
  timing: Optional<TimingSettings, 'backlogMaxAgeMs'>;
  hours?: { [Name in keyof OpeningHours]?: OpeningHours[Name] | undefined } | undefined;
  pace?: Pace | undefined;
}

const toneSchema = z.enum(Tone);
const WITH_PLACE = { tenant: { select: { timeZone: true } } };
type Row = BotConfigRow & { tenant: { timeZone: string } };

export async function getBotConfig(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<BotConfig> {
  const row = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.botConfig.findUnique({ where: { tenantId: ctx.tenantId }, include: WITH_PLACE }),
  );
  if (row === null) throw new NotFoundError('Settings');
  return fromRow(row);
}

/** Applies to what happens next; a clock that already runs keeps its time. Without `pace`, it stays as it is. */
export async function saveBotConfig(
  deps: Pick<Deps, 'db'>,
  ctx: TenantContext,
  config: BotConfigChange,
): Promise<BotConfig> {
  const { tenantId } = ctx;
  const { messages, timing, hours, pace, ...rest } = config;
  const row = await deps.db.withTenant(tenantId, async (tx) => {
    // The row's lock first: two people who change different hours both have their way.
    await tx.botConfig.update({
      where: { tenantId },
      data: { ...rest, ...given(messages), ...given(timing), ...pace },
    });
    if (hours !== undefined) {
      const { timeZone, ...changes } = given(hours);
      if (timeZone !== undefined) await tx.tenant.update({ where: { id: tenantId }, data: { timeZone } });
      const stored = await tx.botConfig.findUniqueOrThrow({ where: { tenantId }, include: WITH_PLACE });
      const changed = writeHours({ ...readHours(stored.hours, stored.tenant.timeZone), ...changes });
      await tx.botConfig.update({ where: { tenantId }, data: { hours: changed } });
    }
    return tx.botConfig.findUniqueOrThrow({ where: { tenantId }, include: WITH_PLACE });
  });
  return fromRow(row);
}

/** Without what was left out. */
function given<T extends object>(change: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

function fromRow(row: Row): BotConfig {
  const { greeting, fallback, waiting, humanReturn, unanswered, outOfHours, closing } = row;
  const { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs, backlogMaxAgeMs } = row;
  const { charactersPerSecond, pauseMaxMs, customerTypingMaxMs, sendPerMinute, sendBurst } = row;
  return {
    tone: toneSchema.parse(row.tone),
    messages: { greeting, fallback, waiting, humanReturn, unanswered, outOfHours, closing },
    // The column is a 4-byte float: 0.7 must not come back as 0.699999988.
    confidenceThreshold: Math.round(row.confidenceThreshold * 1_000) / 1_000,
    timing: { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs, backlogMaxAgeMs },
    hours: readHours(row.hours, row.tenant.timeZone),
    pace: { charactersPerSecond, pauseMaxMs, customerTypingMaxMs, sendPerMinute, sendBurst },
  };
}
