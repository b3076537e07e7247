import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import type { Deps } from '../deps';

/** Bytes of a webhook's token: nobody guesses it. */
const TOKEN_BYTES = 24;
/** A trigger's own priority is 0 to 100, the highest first; the rows' smallest comes first. */
const LOWEST = 100;
const DEFAULT_PRIORITY = 50;

type Trigger = CompiledFlow['triggers'][number];

/** Makes a version the one that begins runs. An inbound webhook keeps its address, whatever happened in between. */
export async function writeTriggers(
  tx: Transaction,
  secrets: Deps['secrets'],
  flow: { tenantId: string; flowId: string; version: number },
  triggers: readonly Trigger[],
): Promise<void> {
  const { tenantId, flowId, version } = flow;
  await tx.flowTrigger.deleteMany({ where: { tenantId, flowId } });
  const tokens = await tokensOf(tx, secrets, flow, triggers);
  await tx.flowTrigger.createMany({
    data: triggers.map(({ node, kind, settings }) => {
      const token = tokens.get(node);
      return {
        id: newId(),
        tenantId,
        flowId,
        version,
        nodeId: node,
        kind,
        settings,
        priority: LOWEST - (typeof settings.priority === 'number' ? settings.priority : DEFAULT_PRIORITY),
        ...(token !== undefined && {
          tokenHash: hashOf(token),
          token: Buffer.from(secrets.seal({ tenantId, column: 'flow_triggers.token' }, token), 'utf8'),
        }),
      };
    }),
  });
}

async function tokensOf(
  tx: Transaction,
  secrets: Deps['secrets'],
  { tenantId, flowId }: { tenantId: string; flowId: string },
  triggers: readonly Trigger[],
): Promise<Map<string, string>> {
  const hooks = triggers.filter(({ kind }) => kind === 'inbound_webhook');
  if (hooks.length === 0) return new Map();
  const place = { tenantId, column: 'flow_webhooks.token' };
  const known = await tx.flowWebhook.findMany({ where: { tenantId, flowId } });
  const tokens = new Map(known.map(({ nodeId, token }) => [nodeId, secrets.open(place, token)]));
  for (const { node } of hooks) {
    if (tokens.has(node)) continue;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    tokens.set(node, token);
    await tx.flowWebhook.create({
      data: { tenantId, flowId, nodeId: node, tokenHash: hashOf(token), token: secrets.seal(place, token) },
    });
  }
  return new Map([...tokens].filter(([node]) => hooks.some((hook) => hook.node === node)));
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
