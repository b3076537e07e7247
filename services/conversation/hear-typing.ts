import * as z from 'zod';
import type { ContactIdentity } from '../../domain/contact/identity';
import type { Deps } from '../deps';
import type { ChannelRef } from './ingest-message';

/** While somebody types, their workflow is told again after so long (ms): less than a "typing" is believed. */
const SAY_AGAIN_MS = 4_000;
/** Nobody waited for an answer; so soon they do not (ms). A phone repeats itself, and people begin with typing. */
const LOOK_AGAIN_MS = 1_000;
/** The oldest is forgotten; what is forgotten is looked up again. */
const REMEMBERED = 10_000;

interface Heard {
  at: number;
  /** Whose workflow knows that they type; null when no answer is owed. */
  conversationId: string | null;
}

const pendingSchema = z.object({ conversationId: z.string() }).nullable();

export interface HearTyping {
  hear: (channel: ChannelRef, event: { identity: ContactIdentity; typing: boolean }) => Promise<void>;
  /** What they were typing has come: typing that follows is news, and they wait for an answer now. */
  wrote: (channel: ChannelRef, identities: ContactIdentity[]) => void;
}

/**
 * Tells a conversation's workflow that its customer is typing, while it owes them an answer. Nothing is stored; the
 * same news within seconds costs nothing, and news about somebody who waits for no answer costs one look at most.
 * Best effort: without it an answer is only less patient.
 */
export function createHearTyping(deps: Pick<Deps, 'db' | 'workflows' | 'log'>): HearTyping {
  const heard = new Map<string, Heard>();

  return { hear, wrote };

  function wrote(channel: ChannelRef, identities: ContactIdentity[]): void {
    for (const identity of identities) heard.delete(keyOf(channel, identity));
  }

  async function hear(
    channel: ChannelRef,
    { identity, typing }: { identity: ContactIdentity; typing: boolean },
  ): Promise<void> {
    const key = keyOf(channel, identity);
    const last = heard.get(key);
    const { tenantId } = channel;
    try {
      if (!typing) {
        heard.delete(key);
        if (last?.conversationId == null) return;
        await deps.workflows.customerTyping({ tenantId, conversationId: last.conversationId }, { typing });
        return;
      }
      const patience = last?.conversationId == null ? LOOK_AGAIN_MS : SAY_AGAIN_MS;
      if (last !== undefined && Date.now() - last.at < patience) return;
      // Remembered before anything is awaited: two at once are one.
      remember(key, { at: Date.now(), conversationId: last?.conversationId ?? null });
      const pending = pendingSchema.parse(
        await deps.db.call('find_pending_answer', [tenantId, channel.id, identity.kind, identity.value]),
      );
      remember(key, { at: Date.now(), conversationId: pending?.conversationId ?? null });
      if (pending !== null) {
        await deps.workflows.customerTyping({ tenantId, conversationId: pending.conversationId }, { typing });
      }
    } catch (error) {
      deps.log.debug({ err: error }, 'could not tell that a customer is typing');
    }
  }

  function remember(key: string, news: Heard): void {
    heard.delete(key);
    heard.set(key, news);
    const [oldest] = heard.keys();
    if (heard.size > REMEMBERED && oldest !== undefined) heard.delete(oldest);
  }
}

function keyOf(channel: ChannelRef, { kind, value }: ContactIdentity): string {
  return `${channel.id} ${kind} ${value}`;
}
