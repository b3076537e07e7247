import * as z from 'zod';
import type { BotConfig as BotConfigRow } from '../../prisma/generated/client';
import type { BotMessages } from '../../domain/agent/default-messages';
import { Tone } from '../../domain/agent/tone';
import type { Pace } from '../../domain/conversation/pace';
import type { ConversationClocks } from '../../domain/conversation/timing';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';

/** How a tenant's AI talks and waits, as people see and change it. */
export interface BotConfig {
  tone: Tone;
  messages: BotMessages;
  confidenceThreshold: number;
  timing: ConversationClocks;
  pace: Pace;
}

const toneSchema = z.enum(Tone);

export async function getBotConfig(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<BotConfig> {
  const row = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.botConfig.findUnique({ where: { tenantId: ctx.tenantId } }),
  );
  if (row === null) throw new NotFoundError('Settings');
  return fromRow(row);
}

/** Applies to what happens next; a clock that already runs keeps its time. Without `pace`, it stays as it is. */
export async function saveBotConfig(
  deps: Pick<Deps, 'db'>,
  ctx: TenantContext,
  config: Omit<BotConfig, 'pace'> & { pace?: Pace | undefined },
): Promise<BotConfig> {
  const { messages, timing, pace, ...rest } = config;
  const row = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.botConfig.update({
      where: { tenantId: ctx.tenantId },
      data: { ...rest, ...messages, ...timing, ...pace },
    }),
  );
  return fromRow(row);
}

function fromRow(row: BotConfigRow): BotConfig {
  const { greeting, fallback, waiting, humanReturn, unanswered } = row;
  const { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs } = row;
  const { charactersPerSecond, pauseMaxMs, customerTypingMaxMs, sendPerMinute, sendBurst } = row;
  return {
    tone: toneSchema.parse(row.tone),
    messages: { greeting, fallback, waiting, humanReturn, unanswered },
    // The column is a 4-byte float: 0.7 must not come back as 0.699999988.
    confidenceThreshold: Math.round(row.confidenceThreshold * 1_000) / 1_000,
    timing: { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs },
    pace: { charactersPerSecond, pauseMaxMs, customerTypingMaxMs, sendPerMinute, sendBurst },
  };
}
