import type { Limit } from '../../adapters/limits/limits';
import type { PromptMessage } from '../../domain/agent/build-prompt';
import {
  AppError,
  ErrorCode,
  ForbiddenError,
  ProviderRejectedError,
  ProviderUnavailableError,
  QuotaExceededError,
  ValidationError,
} from '../../domain/errors';
import type { FlowOutcome } from '../../domain/flow/order';
import { NODE_KINDS } from '../../domain/flow/registry';
import { type FlowObject, asText } from '../../domain/flow/runtime/value';
import type { TrialTalk } from '../../domain/flow/simulate/play-script';
import type { TrialQuestion } from '../../domain/flow/simulate/work-out';
import { meterChat } from '../agent/spending';
import type { Deps, TenantContext } from '../deps';
import type { EmbedQuestion } from '../knowledge/embed-question';
import { mayUseAi } from '../tenant/may-use-ai';
import { answerFromDocuments, speakerOf } from './answer-from-documents';
import { classify, extract, generate, type ModelOutcome } from './ask-model';
import { demandFlow } from './flow-row';
import { noteTrialSpending } from './note-spending';

export type TrialDeps = Pick<Deps, 'db' | 'env' | 'complete' | 'chat' | 'log'> & {
  embedQuestion: EmbedQuestion;
};

/**
 * Asks the model for one node of a trial, as a run would: what it uses is on the tenant's account. Nothing else happens.
 * That the model is not there, or says no, is an outcome.
 *
 * @param perTenant how often trials of a tenant may ask, by its id
 * @throws NotFoundError for a flow that is not this tenant's
 * @throws ForbiddenError tenant_inactive: the tenant's AI may not work
 * @throws ValidationError the settings are not the kind's
 * @throws QuotaExceededError too_many_attempts, with the time to wait; nobody was asked then
 */
export async function askForTrial(
  deps: TrialDeps,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
  question: TrialQuestion,
  perTenant: Limit,
): Promise<FlowOutcome> {
  await deps.db.withTenant(tenantId, async (tx) => {
    await demandFlow(tx, tenantId, flowId);
    if (!mayUseAi(await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } }))) {
      throw new ForbiddenError(ErrorCode.tenant_inactive, 'The AI of this account may not work');
    }
  });
  const asked = { ...question, settings: readSettings(question) };
  const waitMs = await perTenant.take(tenantId);
  if (waitMs !== undefined) {
    throw new QuotaExceededError(ErrorCode.too_many_attempts, 'Trials ask the model too often', {
      details: { retryAfterMs: waitMs },
    });
  }
  try {
    const { outcome, used } = await ask(deps, tenantId, asked);
    const { nodeId, kind } = question;
    if (used !== null) await noteTrialSpending(deps, { tenantId, flowId, nodeId, kind }, used);
    return outcome;
  } catch (error) {
    return providerOutcome(error);
  }
}

/** What a provider's failure is for a trial. @throws anything else, as it came */
function providerOutcome(error: unknown): FlowOutcome {
  if (error instanceof ProviderUnavailableError || error instanceof ProviderRejectedError) {
    return { error: { type: error.code, message: error.message } };
  }
  throw error;
}

/** The same for whoever plays a whole trial: a refusal of ours is the node's end as well. */
export async function askWithin(...asked: Parameters<typeof askForTrial>): Promise<FlowOutcome> {
  try {
    return await askForTrial(...asked);
  } catch (error) {
    if (error instanceof AppError) return { error: { type: error.code, message: error.message } };
    throw error;
  }
}

function readSettings({ kind, settings }: TrialQuestion): FlowObject {
  const read = NODE_KINDS.get(kind)?.schema.safeParse(settings);
  if (read?.success === true) return read.data as FlowObject;
  const fields = (read?.error.issues ?? []).map(({ path, message }) => ({
    field: ['settings', ...path].join('.'),
    message,
  }));
  throw new ValidationError(ErrorCode.validation_failed, 'The settings are not those of the kind', {
    details: { fields },
  });
}

async function ask(deps: TrialDeps, tenantId: string, question: TrialQuestion): Promise<ModelOutcome> {
  const { kind, settings, talk } = question;
  switch (kind) {
    case 'ai_generate':
      return generate(deps, { tenantId, settings }, undefined, {
        contact: talk.contact,
        history: talk.said.map(messageOf),
      });
    case 'ai_classify':
      return classify(deps, { tenantId, settings });
    case 'ai_extract':
      return extract(deps, { tenantId, settings });
    case 'rag_answer':
      return answer(deps, tenantId, settings, talk);
  }
}

async function answer(
  deps: TrialDeps,
  tenantId: string,
  settings: FlowObject,
  { contact }: TrialTalk,
): Promise<ModelOutcome> {
  const meter = meterChat(deps.chat);
  const speaker = await deps.db.withTenant(tenantId, (tx) => speakerOf(tx, tenantId));
  const contactName = asText(contact.nome) || null;
  const asked = { ...speaker, settings, contactName };
  const found = await answerFromDocuments({ ...deps, chat: meter.chat }, tenantId, asked);
  return {
    outcome: { handle: found.confident ? 'answered' : 'not_confident', output: found.output },
    used: { ...meter.spent(), model: deps.env.openai.model },
  };
}

function messageOf({ from, text }: TrialTalk['said'][number]): PromptMessage {
  return { role: from === 'customer' ? 'user' : 'assistant', content: text };
}
