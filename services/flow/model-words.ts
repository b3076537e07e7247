import * as z from 'zod';
import type { PromptMessage } from '../../domain/agent/build-prompt';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { readScope } from './run-scope';

/** What a model may know of whom it writes to. */
export interface ModelTalk {
  contact: FlowObject;
  /** Oldest first. */
  history: PromptMessage[];
}

interface RunRow {
  contactId: string | null;
  conversationId: string | null;
}

function runOf(
  deps: Pick<Deps, 'db'>,
  { tenantId, runId }: { tenantId: string; runId: string },
): Promise<RunRow> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.flowRun.findFirst({
      where: { tenantId, id: runId },
      select: { contactId: true, conversationId: true },
    });
    return row ?? { contactId: null, conversationId: null };
  });
}

/** What the agent is told, or nothing for a bare model. */
export async function agentWords(
  deps: Pick<Deps, 'db'>,
  tenantId: string,
  agentId: string | null,
): Promise<PromptMessage[]> {
  const found = await deps.db.withTenant(tenantId, async (tx) => ({
    tenant: await tx.tenant.findFirst({ where: { id: tenantId }, select: { name: true } }),
    agent:
      agentId === null || !z.uuid().safeParse(agentId).success
        ? null
        : await tx.agent.findFirst({ where: { tenantId, id: agentId } }),
  }));
  const words = [
    `Você trabalha para a empresa ${found.tenant?.name ?? ''}.`,
    found.agent?.instructions ?? '',
  ];
  return [{ role: 'system', content: words.filter((each) => each !== '').join('\n') }];
}

/** What a run knows of its customer, as far as it is wanted. */
export async function talkOf(
  deps: Pick<Deps, 'db'>,
  { tenantId, runId }: { tenantId: string; runId?: string },
  wanted: { contact: boolean; history: number },
): Promise<ModelTalk> {
  if (runId === undefined) return { contact: {}, history: [] };
  const run = await runOf(deps, { tenantId, runId });
  const { contato } = wanted.contact
    ? await readScope(deps, { tenantId, contactId: run.contactId, conversationId: null })
    : { contato: {} };
  return { contact: contato, history: await historyOf(deps, tenantId, run.conversationId, wanted.history) };
}

export function contactWords(contact: FlowObject): PromptMessage[] {
  if (Object.keys(contact).length === 0) return [];
  return [{ role: 'system', content: `Dados do contato (JSON): ${JSON.stringify(contact)}` }];
}

async function historyOf(
  deps: Pick<Deps, 'db'>,
  tenantId: string,
  conversationId: string | null,
  lines: number,
): Promise<PromptMessage[]> {
  if (conversationId === null || lines === 0) return [];
  const rows = await deps.db.withTenant(tenantId, (tx) =>
    tx.message.findMany({
      where: { tenantId, conversationId, deletedAt: null, kind: { not: 'event' }, text: { not: '' } },
      orderBy: { seq: 'desc' },
      take: lines,
      select: { author: true, text: true },
    }),
  );
  return rows
    .reverse()
    .map(({ author, text }) => ({ role: author === 'customer' ? 'user' : 'assistant', content: text }));
}
