import type { Transaction } from '../../adapters/postgres/database';
import { higher, PRIORITIES, priorityAtHandover } from '../../domain/conversation/priority';
import { ConversationState, HandoffReason } from '../../domain/conversation/state';
import type { ConversationEvent, FlowHandover, TransferEvent } from '../../domain/conversation/next-step';
import type { Conversation, Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';

interface StateChange {
  tenantId: string;
  conversationId: string;
  state: ConversationState;
  cause: ConversationEvent;
}

interface Changes {
  columns: Prisma.ConversationUncheckedUpdateInput;
  /** What the event of the timeline tells besides who and when. */
  payload: Prisma.InputJsonObject;
}

const NOTHING: Changes = { columns: {}, payload: {} };

/** Why a conversation waits when a person gave it away. */
export const TRANSFERRED = 'transferred';

/** What a hand-over or a transfer changes beside the state, in the transaction that writes it. */
export async function handoffChanges(
  tx: Transaction,
  input: StateChange,
  row: Conversation,
): Promise<Changes> {
  const { cause } = input;
  switch (cause.type) {
    case 'handedOver':
      return {
        columns: {
          priority: await raisedPriority(tx, row, cause.reason, cause.flow),
          handoffSummary: null,
          assignedTeamId: cause.flow?.to?.type === 'team' ? cause.flow.to.id : null,
          alertLevel: 0,
        },
        payload: {},
      };
    case 'transferred':
      return transferChanges(tx, input, row, cause);
    case 'resolved':
      // The next matter begins like any other.
      return { columns: { priority: PRIORITIES[0], agentId: null }, payload: {} };
    default:
      return NOTHING;
  }
}

async function transferChanges(
  tx: Transaction,
  input: StateChange,
  row: Conversation,
  { transferId, to }: TransferEvent,
): Promise<Changes> {
  const { tenantId } = input;
  const [transfer] = await tx.transfer.updateManyAndReturn({
    where: { tenantId, id: transferId },
    data: { state: input.state },
  });
  const toAgent = to.type === 'agent';
  return {
    columns: {
      assignedUserId: to.type === 'user' ? to.id : null,
      assignedTeamId: to.type === 'team' ? to.id : null,
      ...(toAgent ? { agentId: to.id } : {}),
      handoffReason: toAgent ? null : TRANSFERRED,
      // What was summarised before is still true while the team has it.
      ...(toAgent || row.state === ConversationState.IA_ATIVA ? { handoffSummary: null } : {}),
      alertLevel: 0,
    },
    payload: {
      target: { type: to.type, name: transfer?.targetName ?? '' },
      notice: transfer?.notice ?? null,
    },
  };
}

/** How far back a customer's earlier wish for a person counts (ms). */
const REMEMBERED_MS = 24 * 3_600_000;

async function raisedPriority(
  tx: Transaction,
  row: Conversation,
  reason: HandoffReason,
  flow: FlowHandover | undefined,
): Promise<string> {
  const stands = PRIORITIES.find((one) => one === row.priority) ?? PRIORITIES[0];
  const asked = PRIORITIES.find((one) => one === flow?.priority) ?? PRIORITIES[0];
  const current = higher(stands, asked);
  const personRequests =
    reason === HandoffReason.person_requested
      ? await tx.turn.count({
          where: {
            tenantId: row.tenantId,
            conversationId: row.id,
            decision: 'handover',
            reason,
            createdAt: { gt: new Date(Date.now() - REMEMBERED_MS) },
          },
        })
      : 0;
  return priorityAtHandover(current, { reason, personRequests });
}

/** After how long a waiting customer is an alert, for the workflow that keeps the clock. */
export async function readAlertAfter(
  tx: Transaction,
  input: { tenantId: string },
): Promise<{ alertAfterMs: number }> {
  const settings = await tx.botConfig.findUnique({
    where: { tenantId: input.tenantId },
    select: { alertWaitingMs: true },
  });
  return { alertAfterMs: settings?.alertWaitingMs ?? 0 };
}

/** Calls the dashboards as soon as it is written that a customer waits; the mail follows with its summary. */
export async function callTeam(deps: Pick<Deps, 'db' | 'live'>, input: StateChange): Promise<void> {
  const { tenantId, conversationId, cause } = input;
  if (input.state !== ConversationState.AGUARDANDO_HUMANO) return;
  if (cause.type !== 'handedOver' && cause.type !== 'transferred') return;
  const { contactName, userIds } = await deps.db.withTenant(tenantId, async (tx) => {
    const contact = await tx.contact.findFirst({
      where: { tenantId, conversations: { some: { id: conversationId } } },
      select: { name: true },
    });
    return { contactName: contact?.name ?? null, userIds: await calledBy(tx, tenantId, cause) };
  });
  const reason = cause.type === 'handedOver' ? cause.reason : TRANSFERRED;
  deps.live.publish(tenantId, { type: 'handoff', conversationId, reason, contactName, userIds });
}

/** Whom a transfer calls; null: everybody. */
async function calledBy(
  tx: Transaction,
  tenantId: string,
  cause: ConversationEvent,
): Promise<string[] | null> {
  const to = cause.type === 'transferred' ? cause.to : cause.type === 'handedOver' ? cause.flow?.to : null;
  if (to === null || to === undefined) return null;
  const { type, id } = to;
  if (id === null) return [];
  if (type === 'user') return [id];
  const members = await tx.teamMember.findMany({ where: { tenantId, teamId: id }, select: { userId: true } });
  return members.map(({ userId }) => userId);
}
