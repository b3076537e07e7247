import { createHash, createHmac } from 'node:crypto';
import { newId } from '../../config/new-id';
import type { FlowOutcome } from '../../domain/flow/order';
import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import { type FlowObject, type FlowValue, isFlowObject } from '../../domain/flow/runtime/value';
import { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';

/** Of a token, in characters of base64url: 192 bits. */
const TOKEN_LENGTH = 32;

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const addressOf = ({ env }: Pick<Deps, 'env'>, token: string) =>
  `${env.publicUrl}/webhooks/flows/wait/${token}`;

/** The same for the same place: a turn that is taken again gives away the same address. */
function tokenOf({ env }: Pick<Deps, 'env'>, ...place: string[]): string {
  const [key] = env.encryptionKeys;
  if (key === undefined) throw new Error('Tokens of automations need a key');
  const words = ['flow-wait', ...place].join('|');
  return createHmac('sha256', key).update(words).digest('base64url').slice(0, TOKEN_LENGTH);
}

/**
 * Makes an address for each node that waits for another system, when the run begins: it can be given away before the run
 * waits there.
 *
 * @returns addresses by node
 */
export async function giveAddresses(
  deps: Pick<Deps, 'db' | 'env'>,
  { tenantId, runId, flow }: { tenantId: string; runId: string; flow: CompiledFlow },
): Promise<Record<string, string>> {
  const nodes = Object.entries(flow.nodes).filter(([, { kind }]) => kind === 'wait_external');
  if (nodes.length === 0) return {};
  const made = nodes.map(([nodeId, { settings }]) => {
    const token = tokenOf(deps, runId, nodeId);
    const bodySchema = isFlowObject(settings.bodySchema ?? null) ? settings.bodySchema : undefined;
    return { nodeId, token, bodySchema };
  });
  await deps.db.withTenant(tenantId, async (tx) => {
    await tx.flowWait.createMany({
      skipDuplicates: true,
      data: made.map(({ nodeId, token, bodySchema }) => ({
        id: newId(),
        tenantId,
        runId,
        nodeId,
        tokenHash: hashToken(token),
        ...(bodySchema === undefined ? {} : { bodySchema: bodySchema as Prisma.InputJsonObject }),
      })),
    });
  });
  return Object.fromEntries(made.map(({ nodeId, token }) => [nodeId, addressOf(deps, token)]));
}

/**
 * The run stands at a node that waits for a call. What came before it did is its outcome at once; a node that is waited at
 * a second time has a new address, as the first is spent.
 */
export async function openWait(
  deps: Pick<Deps, 'db' | 'env'>,
  ref: { tenantId: string; runId: string; nodeId: string; effect: string },
): Promise<{ outcome: FlowOutcome } | { address: string | null }> {
  const { tenantId, runId, nodeId, effect } = ref;
  const where = { runId_nodeId: { runId, nodeId } };
  return deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.flowWait.findUnique({ where });
    if (row === null) return { outcome: { error: { type: 'no_address', message: nodeId } } };
    const again = row.effect !== null && row.effect !== effect;
    if (row.calledAt !== null && !again) {
      await tx.flowWait.update({ where, data: { effect, closedAt: new Date() } });
      return { outcome: received(row.body) };
    }
    if (!again) {
      await tx.flowWait.update({ where, data: { effect } });
      return { address: null };
    }
    const token = tokenOf(deps, runId, nodeId, effect);
    await tx.flowWait.update({
      where,
      data: { effect, tokenHash: hashToken(token), calledAt: null, closedAt: null, body: Prisma.DbNull },
    });
    return { address: addressOf(deps, token) };
  });
}

/** Nobody waits for it any more: a later call is told so. */
export async function closeWait(
  deps: Pick<Deps, 'db'>,
  { tenantId, runId, effect }: { tenantId: string; runId: string; effect: string },
): Promise<void> {
  await deps.db.withTenant(tenantId, (tx) =>
    tx.flowWait.updateMany({
      where: { tenantId, runId, effect, closedAt: null },
      data: { closedAt: new Date() },
    }),
  );
}

export function received(body: unknown): FlowOutcome {
  const output: FlowObject = { corpo: (body ?? null) as FlowValue };
  return { handle: 'received', output };
}
