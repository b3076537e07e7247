import type { Deps } from '../deps';
import { setFlowStatus } from './set-flow-status';

/** Runs that may fail within an hour; with one more, the flow is paused until a person has looked. */
export const FAILURES_AN_HOUR = 10;

const LEADS = ['SUPER_ADMIN', 'ORG_ADMIN'];

/**
 * Pauses a flow whose runs keep failing, and mails those who lead the tenant, once: it begins no more runs until somebody
 * resumes it. Runs under way go on.
 */
export async function pauseFailing(
  deps: Pick<Deps, 'db' | 'mailer' | 'live' | 'env' | 'log' | 'secrets' | 'workflows'>,
  input: { tenantId: string; flowId: string; runId: string; failedLately: number },
): Promise<void> {
  const { tenantId, flowId, failedLately } = input;
  if (failedLately < FAILURES_AN_HOUR) return;
  const paused = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await tx.flow.findFirst({
      where: { tenantId, id: flowId, status: 'active' },
      select: { name: true },
    });
    if (flow === null) return undefined;
    const leads = await tx.membership.findMany({
      where: { tenantId, role: { in: LEADS } },
      include: { user: { select: { email: true } } },
    });
    return { name: flow.name, to: leads.map(({ user }) => user.email) };
  });
  if (paused === undefined) return;
  await setFlowStatus(deps, { tenantId }, flowId, 'pause', 'failures');
  if (paused.to.length === 0) return;
  try {
    await deps.mailer.send({
      to: paused.to,
      subject: `Automação pausada: ${paused.name}`,
      text: [
        `A automação "${paused.name}" falhou ${failedLately} vezes em uma hora e foi pausada.`,
        'Ela não começa para mais ninguém até que alguém a retome. Quem já estava nela continua.',
        '',
        `Veja os erros: ${deps.env.publicUrl}/automacoes/${flowId}/execucoes?status=failed`,
      ].join('\n'),
      messageId: `flow-paused-${input.runId}`,
    });
  } catch (error) {
    // The dashboard says so, too; a mail server that is down must not hold up the run's end.
    deps.log.warn({ err: error, flowId }, 'nobody was mailed that an automation was paused');
  }
}
