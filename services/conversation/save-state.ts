import * as z from 'zod';
import type { ConversationEvent } from '../../domain/conversation/next-step';
import { ConversationState } from '../../domain/conversation/state';
import type { Transaction } from '../../adapters/postgres/database';
import type { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { fireEvents, type FlowEvent, noteFlowEvent } from '../flow/note-flow-event';
import { callTeam, handoffChanges, readAlertAfter } from './handoff-changes';
import { humanDeadlineAfter } from './human-deadline';
import { findAndLock } from './lock-conversation';

const stateSchema = z.enum(ConversationState);

const writtenEvent = z.object({ fence: z.int().optional() });

export interface StateToSave {
  tenantId: string;
  conversationId: string;
  /** Id of the timeline event: the same again changes nothing. */
  eventId: string;
  state: ConversationState;
  /** Unix ms. */
  humanDeadline: number | null;
  handledSeq: number;
  cause: ConversationEvent;
  /** Only if nobody moved the conversation since; undefined for a person's orders, which always hold. */
  expectedFence?: number | undefined;
}

export type SavedState =
  | {
      saved: true;
      fence: number;
      /** While the customer waits for a person: after how long the team is alerted (ms; 0: never). */
      alertAfterMs?: number;
      /** The deadline as written (Unix ms): later than asked for where only open hours count. */
      humanDeadline?: number | null;
    }
  /** A person was faster; its signal is on the way. */
  | { saved: false; state: ConversationState }
  /** Deleted with its tenant, or merged into another conversation. */
  | { saved: false; state: null; merged?: boolean };

/**
 * Writes a workflow's state to its row: the projection that people and claims read. A change of state raises the
 * fence and enters the timeline.
 *
 * What the workflow decided by itself holds only if no person came in between; a person's order always holds.
 */
export async function saveState(
  deps: Pick<Deps, 'db' | 'live' | 'workflows' | 'log'>,
  input: StateToSave,
): Promise<SavedState> {
  const { tenantId, conversationId, cause } = input;
  const events: FlowEvent[] = [];
  const result = await deps.db.withTenant(tenantId, async (tx): Promise<SavedState> => {
    const row = await findAndLock(tx, input, conversationId);
    if (row === null) return { saved: false, state: null };
    if (row.mergedIntoId !== null) return { saved: false, state: null, merged: true };
    const repeated = await tx.message.findFirst({ where: { tenantId, id: input.eventId } });
    const humanDeadline = await deadlineOf(tx, input);
    const waiting =
      input.state === ConversationState.AGUARDANDO_HUMANO && BEGINS_A_WAIT.has(cause.type)
        ? await readAlertAfter(tx, input)
        : {};
    if (repeated !== null) {
      // Not today's fence: a person may have come since, and what the event asks for must not be said over them.
      const { fence } = writtenEvent.parse(repeated.payload);
      return { saved: true, fence: fence ?? row.fence, humanDeadline, ...waiting };
    }
    if (!stillHolds(input, row)) return { saved: false, state: stateSchema.parse(row.state) };
    const now = new Date();
    // Not over, if the customer has said something since.
    const isOver = cause.type === 'resolved' && BigInt(input.handledSeq) >= row.inboundSeq;
    const changed = row.state !== input.state || ALWAYS_TOLD.has(cause.type);
    const handoff = await handoffChanges(tx, input, row);
    const handled = BigInt(Math.min(input.handledSeq, Number(row.inboundSeq)));
    const told = changed || cause.type === 'extended';
    const { fence } = await tx.conversation.update({
      where: { id: conversationId },
      data: {
        state: input.state,
        humanDeadline: humanDeadline === null ? null : new Date(humanDeadline),
        answeredSeq: handled > row.answeredSeq ? handled : row.answeredSeq,
        resolvedAt: isOver ? now : null,
        ...(told ? { seq: { increment: 1 } } : {}),
        ...(changed
          ? {
              fence: { increment: 1 },
              stateSince: now,
              stateReason: null,
              ...whoAndWhy(cause),
              ...handoff.columns,
            }
          : {}),
      },
    });
    if (told) await tell(tx, input, row, { ...handoff.payload, humanDeadline, fence });
    const event = changed ? await changeOf(tx, input, { ...row, isOver }) : undefined;
    if (event !== undefined && (await noteFlowEvent(tx, event))) events.push(event);
    return { saved: true, fence, humanDeadline, ...waiting };
  });
  deps.live.publish(tenantId, { type: 'conversation', conversationId });
  if (result.saved) await callTeam(deps, input);
  await fireEvents(deps, events);
  return result;
}

/** The event in the timeline. */
async function tell(
  tx: Transaction,
  { tenantId, conversationId, eventId, state, cause }: StateToSave,
  row: { state: string; seq: bigint; channelId: string },
  more: Prisma.InputJsonObject,
): Promise<void> {
  const now = new Date();
  await tx.message.create({
    data: {
      id: eventId,
      tenantId,
      conversationId,
      channelId: row.channelId,
      seq: row.seq + 1n,
      author: 'system',
      kind: 'event',
      text: eventText(cause),
      payload: { ...more, from: row.state, to: state, cause } satisfies Prisma.InputJsonObject,
      status: 'none',
      userId: 'userId' in cause ? cause.userId : null,
      sentAt: now,
      acceptedAt: now,
    },
  });
}

/** What automations may wait for: the conversation is in another state, or over. */
async function changeOf(
  tx: Transaction,
  input: StateToSave,
  row: { state: string; contactId: string; isOver: boolean },
): Promise<FlowEvent | undefined> {
  const { cause, tenantId, conversationId, eventId, state } = input;
  const to = row.isOver ? 'resolved' : state;
  if (to === row.state) return undefined;
  // A flow did it: it must not begin because of itself.
  const order =
    'flow' in cause && cause.flow !== undefined
      ? await tx.flowOrder.findFirst({
          where: { tenantId, conversationId, ...('orderId' in cause.flow ? { id: cause.flow.orderId } : {}) },
          orderBy: { createdAt: 'desc' },
          select: { runId: true },
        })
      : null;
  return {
    tenantId,
    kind: 'conversation_state_changed',
    eventKey: eventId,
    contactId: row.contactId,
    conversationId,
    payload: { de: row.state, para: to, ...(order === null ? {} : { causedByRunId: order.runId }) },
  };
}

/** A customer begins to wait, anew where they waited already. */
const BEGINS_A_WAIT = new Set<ConversationEvent['type']>(['handedOver', 'transferred', 'foundWithTeam']);

/** Said in the timeline although the state may stay what it was. */
const ALWAYS_TOLD = new Set<ConversationEvent['type']>(['resolved', 'takenOver', 'transferred']);

/** An extension names its moment; everything else starts a person's time anew. */
async function deadlineOf(tx: Transaction, input: StateToSave): Promise<number | null> {
  const { tenantId, humanDeadline, cause } = input;
  if (humanDeadline === null || cause.type === 'extended' || !('at' in cause)) return humanDeadline;
  if (cause.type === 'foundWithTeam' && cause.deadline != null) return humanDeadline;
  return humanDeadlineAfter(tx, tenantId, cause.at, humanDeadline);
}

function stillHolds(input: StateToSave, row: { fence: number; state: string }): boolean {
  const { cause, expectedFence } = input;
  if (expectedFence !== undefined && expectedFence !== row.fence) return false;
  return cause.type !== 'handedOver' || row.state === ConversationState.IA_ATIVA;
}

function whoAndWhy(cause: ConversationEvent): {
  assignedUserId?: string | null;
  handoffReason?: string | null;
  assignedTeamId?: string | null;
  handoffSummary?: string | null;
} {
  switch (cause.type) {
    case 'handedOver':
      return {
        handoffReason: cause.reason,
        assignedUserId: cause.flow?.to?.type === 'user' ? cause.flow.to.id : null,
      };
    case 'takenOver':
      return { assignedUserId: cause.userId };
    case 'returnedToAi':
    case 'resolved':
    case 'deadlinePassed':
      return { assignedUserId: null, assignedTeamId: null, handoffReason: null, handoffSummary: null };
    default:
      return {};
  }
}

/** What the model reads in the timeline; people read the payload in their own language. */
function eventText(cause: ConversationEvent): string {
  switch (cause.type) {
    case 'handedOver':
      return cause.flow === undefined
        ? 'A IA passou a conversa para a equipe.'
        : 'Um fluxo passou a conversa para a equipe.';
    case 'humanReplied':
    case 'takenOver':
      return 'Uma pessoa da equipe assumiu a conversa.';
    case 'returnedToAi':
      return 'Uma pessoa da equipe devolveu a conversa para a IA.';
    case 'transferred':
      if (cause.userId === null) return 'Um fluxo transferiu a conversa.';
      return cause.to.type === 'agent'
        ? 'Uma pessoa da equipe passou a conversa para outro agente de IA.'
        : 'Uma pessoa da equipe transferiu a conversa.';
    case 'deadlinePassed':
      return 'O prazo da equipe terminou e a IA voltou.';
    case 'extended':
      return 'Uma pessoa da equipe pediu mais tempo.';
    case 'resolved':
      return cause.userId === null ? 'Um fluxo resolveu a conversa.' : 'A conversa foi resolvida.';
    default:
      return '';
  }
}
