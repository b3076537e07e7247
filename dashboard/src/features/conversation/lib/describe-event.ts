import type { Message } from '../../../lib/api/types';

const REASONS = [
  'low_confidence',
  'person_requested',
  'provider_failure',
  'backlog',
  'outside_hours',
  'flow',
  'transferred',
] as const;
type Reason = (typeof REASONS)[number] | 'unknown';

type EventName =
  | `handedOver.${Reason}`
  | `transferred.${'to' | 'toBy' | 'agent' | 'agentBy'}`
  | 'outsideNotice'
  | 'takenOver'
  | 'takenOverBy'
  | 'replied'
  | 'repliedBy'
  | 'repliedElsewhere'
  | 'returned'
  | 'returnedBy'
  | 'returnedToAnswer'
  | 'returnedToAnswerBy'
  | 'extended'
  | 'extendedBy'
  | 'resolved'
  | 'resolvedBy'
  | 'resolvedByFlow'
  | 'deadlineNobody'
  | 'deadlinePerson'
  | 'found'
  | `flow.${'started' | 'ended' | 'failed' | 'failedAt' | 'cancelled'}`
  | 'merged'
  | 'mergedBy'
  | 'parted'
  | 'partedBy';

export interface EventWords {
  key: `event.${EventName}`;
  /** Who did it, where it is known. */
  name?: string;
  /** Whom it was given to, where it was. */
  target?: string;
  /** Why, in that person's words. */
  reason?: string;
}

const FLOW_EVENTS = {
  flowStarted: 'event.flow.started',
  flowEnded: 'event.flow.ended',
  flowCancelled: 'event.flow.cancelled',
} as const;

/** What a system event of the timeline says, as a text key; undefined for one that this page does not know. */
export function describeEvent(message: Pick<Message, 'payload' | 'user'>): EventWords | undefined {
  const cause = recordOf(message.payload?.['cause']);
  const name = message.user?.name;
  const by = (
    event:
      | 'takenOver'
      | 'replied'
      | 'returned'
      | 'returnedToAnswer'
      | 'extended'
      | 'resolved'
      | 'merged'
      | 'parted',
  ): EventWords =>
    name === undefined || name === '' ? { key: `event.${event}` } : { key: `event.${event}By`, name };
  switch (cause?.['type']) {
    case 'handedOver':
      return { key: `event.handedOver.${reasonOf(cause['reason'])}` };
    case 'takenOver': {
      const reason = message.payload?.['reason'];
      return typeof reason === 'string' ? { ...by('takenOver'), reason } : by('takenOver');
    }
    case 'extended':
      return by('extended');
    case 'humanReplied':
      return cause['userId'] === null ? { key: 'event.repliedElsewhere' } : by('replied');
    case 'returnedToAi':
      return by(cause['answerPending'] === true ? 'returnedToAnswer' : 'returned');
    case 'resolved':
      return cause['userId'] === null ? { key: 'event.resolvedByFlow' } : by('resolved');
    case 'merged':
      return by('merged');
    case 'parted':
      return by('parted');
    case 'deadlinePassed':
      return {
        key:
          message.payload?.['from'] === 'AGUARDANDO_HUMANO' ? 'event.deadlineNobody' : 'event.deadlinePerson',
      };
    case 'transferred': {
      const target = recordOf(message.payload?.['target']);
      const to = target?.['type'] === 'agent' ? 'agent' : 'to';
      return {
        ...(name === undefined || name === ''
          ? { key: `event.transferred.${to}` as const }
          : { key: `event.transferred.${to}By` as const, name }),
        target: textOf(target?.['name']),
      };
    }
    case 'outsideNotice':
      return { key: 'event.outsideNotice', target: textOf(recordOf(message.payload?.['target'])?.['name']) };
    case 'flowStarted':
    case 'flowEnded':
    case 'flowCancelled':
      return { key: FLOW_EVENTS[cause['type']], name: textOf(cause['name']) };
    case 'flowFailed': {
      const target = textOf(cause['node']);
      const key = target === '' ? 'event.flow.failed' : 'event.flow.failedAt';
      return { key, name: textOf(cause['name']), target };
    }
    case 'foundWithTeam':
      return { key: 'event.found' };
    default:
      return undefined;
  }
}

/** Why the AI called for a person, as a text key. */
export function reasonKey(reason: unknown): `reason.${Reason}` {
  return `reason.${reasonOf(reason)}`;
}

function reasonOf(reason: unknown): Reason {
  return REASONS.find((one) => one === reason) ?? 'unknown';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
