import { fillVariables } from '../../domain/agent/fill-variables';
import { NoticeKind } from '../../domain/conversation/state';
import { nextOpening } from '../../domain/hours/opening-hours';
import { sayOpening } from '../../domain/hours/say-opening';
import type { BotConfig } from '../config/bot-config';
import type { Deps } from '../deps';

/**
 * The words of a notice as the tenant wants them now. A hand-over while nobody is there says when somebody is;
 * where no opening is known, it is the fallback.
 *
 * @param now Unix ms
 */
export async function noticeText(
  deps: Pick<Deps, 'db'>,
  ctx: { tenantId: string },
  { messages, hours }: Pick<BotConfig, 'messages' | 'hours'>,
  notice: NoticeKind | 'closing',
  now: number,
): Promise<string> {
  const saysHours = notice === NoticeKind.fallback || notice === NoticeKind.outOfHours;
  const opensAt = saysHours ? nextOpening(hours, now) : null;
  const outOfHours = opensAt !== null && messages.outOfHours !== '';
  // Opened while the notice was on its way: the answer comes instead.
  if (notice === NoticeKind.outOfHours && !outOfHours) return '';
  const text = outOfHours ? messages.outOfHours : messages[notice];
  if (!text.includes('{{')) return text;
  const { name: business, locale } = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { name: true, locale: true } }),
  );
  return fillVariables(text, {
    business,
    ...(opensAt === null ? {} : { opensAt: sayOpening(opensAt, now, hours.timeZone, locale) }),
  });
}
