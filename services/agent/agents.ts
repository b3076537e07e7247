import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { Tone } from '../../domain/agent/tone';
import { ConflictError, ErrorCode, NotFoundError } from '../../domain/errors';
import type { Agent as AgentRow } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { unlessNameTaken } from '../unless-name-taken';

/** An AI that answers, as people see and change it. */
export interface Agent {
  id: string;
  name: string;
  tone: Tone;
  /** What it is told beside the rules; may be empty. */
  instructions: string;
  /** Below it this agent hands over; null: the tenant's. The default agent's is the tenant's. */
  confidenceThreshold: number | null;
  isDefault: boolean;
}

export type AgentInput = Omit<Agent, 'id' | 'isDefault'>;

/** The name of the default agent that a tenant begins with. */
export const DEFAULT_AGENT_NAME = 'Assistente';

type AgentDeps = Pick<Deps, 'db'>;
type AgentContext = Pick<TenantContext, 'tenantId'>;

/** The default one first. */
export async function listAgents(deps: AgentDeps, ctx: AgentContext): Promise<Agent[]> {
  const { tenantId } = ctx;
  return deps.db.withTenant(tenantId, async (tx) => {
    const rows = await tx.agent.findMany({
      where: { tenantId },
      orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
    });
    return Promise.all(rows.map((row) => asAgent(tx, row)));
  });
}

/** @throws ConflictError name_taken */
export async function createAgent(deps: AgentDeps, ctx: AgentContext, input: AgentInput): Promise<Agent> {
  const { tenantId } = ctx;
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, async (tx) => {
      const row = await tx.agent.create({ data: { id: newId(), tenantId, ...input } });
      return asAgent(tx, row);
    }),
  );
}

/**
 * Changes an agent; it applies from the next turn on. The default one's tone and threshold are the tenant's settings
 * (bot-config.ts), and are changed there; without a threshold they keep theirs.
 *
 * @throws NotFoundError for an agent that is not this tenant's
 * @throws ConflictError name_taken
 */
export async function saveAgent(
  deps: AgentDeps,
  ctx: AgentContext,
  id: string,
  input: AgentInput,
): Promise<Agent> {
  const { tenantId } = ctx;
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, async (tx) => {
      const before = await requireAgent(tx, tenantId, id);
      const { tone, confidenceThreshold } = input;
      if (before.isDefault) {
        await tx.botConfig.update({
          where: { tenantId },
          data: { tone, ...(confidenceThreshold === null ? {} : { confidenceThreshold }) },
        });
      }
      const own = before.isDefault ? { ...input, confidenceThreshold: null } : input;
      return asAgent(tx, await tx.agent.update({ where: { id }, data: own }));
    }),
  );
}

/**
 * Its conversations go on with the default agent.
 *
 * @throws NotFoundError for an agent that is not this tenant's
 * @throws ConflictError default_agent: a tenant always has one
 */
export async function removeAgent(deps: AgentDeps, ctx: AgentContext, id: string): Promise<void> {
  const { tenantId } = ctx;
  await deps.db.withTenant(tenantId, async (tx) => {
    const { isDefault } = await requireAgent(tx, tenantId, id);
    if (isDefault) throw new ConflictError(ErrorCode.default_agent, 'The default agent cannot be removed');
    await tx.agent.delete({ where: { id } });
  });
}

async function requireAgent(tx: Transaction, tenantId: string, id: string): Promise<AgentRow> {
  const row = await tx.agent.findFirst({ where: { tenantId, id } });
  if (row === null) throw new NotFoundError('Agent');
  return row;
}

async function asAgent(tx: Transaction, row: AgentRow): Promise<Agent> {
  const { id, tenantId, name, instructions, isDefault } = row;
  const settings = isDefault ? await tx.botConfig.findUnique({ where: { tenantId } }) : null;
  const { tone, confidenceThreshold } = settings ?? row;
  return {
    id,
    name,
    tone: Object.values(Tone).find((one) => one === tone) ?? Tone.casual,
    instructions,
    // The column is a 4-byte float: 0.7 must not come back as 0.699999988.
    confidenceThreshold:
      confidenceThreshold === null ? null : Math.round(confidenceThreshold * 1_000) / 1_000,
    isDefault,
  };
}
