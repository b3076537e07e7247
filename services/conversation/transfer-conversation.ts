import { newId } from '../../config/new-id';
import type { Transaction } from '../../adapters/postgres/database';
import { identityOfAddress } from '../../domain/contact/identity';
import type { ConversationState } from '../../domain/conversation/state';
import { asksForSummary, type TransferTargetType } from '../../domain/conversation/transfer';
import { ConflictError, ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { Transfer } from '../../prisma/generated/client';
import { markInternal } from '../contact/internal-contacts';
import type { Deps, TenantContext } from '../deps';
import type { KnownConversation } from '../workflow-gateway';
import { knownConversation } from './known-conversation';
import { lockConversation, refuseMerged } from './lock-conversation';
import { readTiming } from './read-timing';

/** To whom: a person, team or agent by id, a number (digits) or group (JID) by address. */
export type TransferDestination =
  | { type: 'user' | 'team' | 'agent'; id: string }
  | { type: 'number' | 'group'; address: string; name?: string | undefined };

export interface TransferInput {
  conversationId: string;
  to: TransferDestination;
  /** For whoever continues; templates (domain/conversation/transfer.ts). */
  notice: string | null;
  customerNotice: string | null;
  idempotencyKey: string | null;
}

/**
 * Gives a conversation to somebody else (S2.38). The order is stored with its words before the workflow hears of it by
 * id; when this returns, it is carried out and no message of the AI that had it starts any more. Those who are to be
 * told are told afterwards, by the workflow.
 *
 * @param input.idempotencyKey the same key again is the same transfer, and answers what it came to
 * @throws NotFoundError for a conversation, person, team or agent that is not this tenant's
 * @throws ConflictError idempotency_conflict: the key was used for another transfer; conversation_merged
 * @throws ProviderUnavailableError engine_unavailable when no worker answers in time; ask again with the same key
 */
export async function transferConversation(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: TenantContext,
  input: TransferInput,
): Promise<ConversationState> {
  const { tenantId, userId } = ctx;
  const { transfer, known } = await deps.db.withTenant(tenantId, (tx) => store(tx, ctx, input));
  if (transfer.state !== null) return transfer.state as ConversationState;
  const timing = await readTiming(deps, ctx);
  return deps.workflows.transfer(
    { tenantId, conversationId: input.conversationId },
    {
      transferId: transfer.id,
      to: { type: input.to.type, id: transfer.targetId },
      customerNotice: customerNoticeTime(input),
      userId,
      timing,
      known,
    },
  );
}

function customerNoticeTime({ to, customerNotice }: TransferInput): 'none' | 'now' | 'afterSummary' {
  if (customerNotice === null) return 'none';
  // An agent answers at once: what it needs to know is in the timeline.
  return to.type !== 'agent' && asksForSummary(customerNotice) ? 'afterSummary' : 'now';
}

async function store(
  tx: Transaction,
  ctx: TenantContext,
  input: TransferInput,
): Promise<{ transfer: Transfer; known: KnownConversation }> {
  const conversation = await lockConversation(tx, ctx, input.conversationId);
  refuseMerged(conversation);
  const transfer = await findOrCreate(tx, ctx, conversation.id, input);
  return { transfer, known: knownConversation(conversation) };
}

async function findOrCreate(
  tx: Transaction,
  ctx: TenantContext,
  conversationId: string,
  input: TransferInput,
): Promise<Transfer> {
  const { tenantId, userId } = ctx;
  const known =
    input.idempotencyKey === null
      ? null
      : await tx.transfer.findFirst({
          where: { tenantId, conversationId, idempotencyKey: input.idempotencyKey },
        });
  if (known !== null) {
    if (isSame(known, input)) return known;
    throw new ConflictError(
      ErrorCode.idempotency_conflict,
      'The Idempotency-Key was used for another transfer',
    );
  }
  const { to } = input;
  if (to.type === 'number') await refuseItsOwnNumbers(tx, tenantId, conversationId, to.address);
  const targetName = await nameOf(tx, tenantId, to);
  if ('address' in to) await markInternal(tx, { tenantId }, to);
  return tx.transfer.create({
    data: {
      id: newId(),
      tenantId,
      conversationId,
      userId,
      targetType: to.type,
      targetId: 'id' in to ? to.id : null,
      targetAddress: 'address' in to ? to.address : null,
      targetName,
      notice: input.notice,
      customerNotice: input.customerNotice,
      idempotencyKey: input.idempotencyKey,
    },
  });
}

/** Neither the customer nor the number they write to can be the colleague who continues. */
async function refuseItsOwnNumbers(
  tx: Transaction,
  tenantId: string,
  conversationId: string,
  phone: string,
): Promise<void> {
  const { channel, contact } = await tx.conversation.findFirstOrThrow({
    where: { tenantId, id: conversationId },
    include: { channel: true, contact: { include: { identities: true } } },
  });
  const own = channel.ownerAddress === null ? undefined : identityOfAddress(channel.ownerAddress)?.value;
  const theirs = contact.identities.some(({ kind, value }) => kind === 'phone' && value === phone);
  if (!theirs && own !== phone) return;
  throw new ValidationError(ErrorCode.validation_failed, 'A conversation cannot go to its own numbers', {
    details: { fields: [{ path: 'to.address', message: 'a number of this very conversation' }] },
  });
}

function isSame(known: Transfer, { to, notice, customerNotice }: TransferInput): boolean {
  return (
    known.targetType === to.type &&
    known.targetId === ('id' in to ? to.id : null) &&
    known.targetAddress === ('address' in to ? to.address : null) &&
    known.notice === notice &&
    known.customerNotice === customerNotice
  );
}

/** What the timeline calls the target. @throws NotFoundError for one that is not this tenant's */
async function nameOf(tx: Transaction, tenantId: string, to: TransferDestination): Promise<string> {
  if ('address' in to) return to.name ?? (to.type === 'number' ? `+${to.address}` : to.address);
  const found = await findTarget(tx, tenantId, to);
  if (found === null) throw new NotFoundError(NOUNS[to.type]);
  return found.name;
}

const NOUNS: Record<Exclude<TransferTargetType, 'number' | 'group'>, string> = {
  user: 'User',
  team: 'Team',
  agent: 'Agent',
};

async function findTarget(
  tx: Transaction,
  tenantId: string,
  { type, id }: { type: 'user' | 'team' | 'agent'; id: string },
): Promise<{ name: string } | null> {
  switch (type) {
    case 'user':
      return tx.user.findFirst({ where: { id, memberships: { some: { tenantId } } } });
    case 'team':
      return tx.team.findFirst({ where: { tenantId, id } });
    case 'agent':
      return tx.agent.findFirst({ where: { tenantId, id } });
  }
}
