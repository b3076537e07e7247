import type { WebhookEntry } from '../../../journal/journal';
import { Chip, type Tone } from '../components/chip';
import { secondOf } from '../format/time';
import { strings } from '../strings';

const tones: Record<WebhookEntry['state'], Tone> = {
  pending: 'warning',
  delivered: 'success',
  refused: 'danger',
  'given up': 'danger',
  dropped: 'danger',
};

export function DeliveryRow({ entry }: { entry: WebhookEntry }) {
  const last = entry.attempts.at(-1);
  return (
    <li className="flex items-center gap-2 border-b border-divider py-2 last:border-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{nameOf(entry)}</span>
        <span className="block truncate text-xs text-muted">
          {secondOf(entry.at)} · {entry.event}
          {entry.attempts.length > 1 && ` · ${strings.deliveries.attempts(entry.attempts.length)}`}
        </span>
      </span>
      <span className="flex flex-col items-end gap-0.5">
        <Chip tone={tones[entry.state]}>{strings.deliveries.states[entry.state]}</Chip>
        {last !== undefined && (
          <span className="text-xs text-muted">
            {last.status ?? strings.deliveries.noAnswer} · {last.durationMs} ms
          </span>
        )}
      </span>
    </li>
  );
}

/** What happened; of a receipt also how far the message got. */
function nameOf({ event, body }: WebhookEntry): string {
  const names: Record<string, string> = strings.deliveries.events;
  const ticks: Record<string, string> = strings.chat.ticks;
  if (event === 'messages.update') {
    const reached = ticks[wordIn(body, 'status')];
    if (reached !== undefined) return strings.deliveries.receipt(reached);
  }
  if (event === 'messages.upsert' && wordIn(body, 'messageType') === 'reactionMessage') {
    return strings.deliveries.events.reaction;
  }
  return names[event] ?? event;
}

/** The value of one key somewhere in an event. */
function wordIn(body: unknown, key: string): string {
  return new RegExp(`"${key}":"(\\w+)"`).exec(JSON.stringify(body))?.[1] ?? '';
}
