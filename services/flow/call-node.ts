import { ProviderUnavailableError } from '../../domain/errors';
import type { FlowOutcome } from '../../domain/flow/order';
import { newId } from '../../config/new-id';
import { asText, isFlowObject } from '../../domain/flow/runtime/value';
import { transformOutcome } from '../../domain/flow/transform-outcome';
import type { Deps } from '../deps';
import { classify, extract, generate, type ModelOutcome, type NodeCall } from './ask-model';
import { callHttp } from './call-http';
import { sendFlowMail } from './send-flow-mail';

/** A failure that may heal: worth one of the node's repetitions. */
export class WorthRetrying extends Error {
  constructor(
    readonly outcome: FlowOutcome,
    readonly afterMs: number | undefined,
  ) {
    super('error' in outcome ? outcome.error.message : '');
  }
}

export type CallDeps = Pick<Deps, 'db' | 'complete' | 'mailer' | 'secrets' | 'outbound' | 'transform'>;

/**
 * Carries out a node that calls the outside. What an earlier attempt brought to its end is not done again: its outcome
 * stands under run and effect.
 *
 * @throws WorthRetrying when another try may succeed
 */
export async function callNode(
  deps: CallDeps,
  call: NodeCall,
  options: { again: boolean; signal?: AbortSignal },
): Promise<FlowOutcome> {
  const { tenantId, runId, effect } = call;
  const known = options.again
    ? await deps.db.withTenant(tenantId, (tx) =>
        tx.flowCall.findFirst({ where: { tenantId, runId, effect } }),
      )
    : null;
  if (known !== null) return known.outcome as unknown as FlowOutcome;
  const { outcome, used } = await carryOut(deps, call, options.signal);
  await deps.db.withTenant(tenantId, (tx) =>
    tx.flowCall.createMany({
      data: [
        {
          id: newId(),
          tenantId,
          runId,
          effect,
          nodeId: call.node,
          kind: call.kind,
          outcome,
          model: used?.model ?? null,
          promptTokens: used?.promptTokens ?? 0,
          completionTokens: used?.completionTokens ?? 0,
        },
      ],
      skipDuplicates: true,
    }),
  );
  return outcome;
}

async function carryOut(
  deps: CallDeps,
  call: NodeCall,
  signal: AbortSignal | undefined,
): Promise<ModelOutcome> {
  const plain = (outcome: FlowOutcome): ModelOutcome => ({ outcome, used: null });
  try {
    switch (call.kind) {
      case 'ai_generate':
        return await generate(deps, call, signal);
      case 'ai_classify':
        return await classify(deps, call, signal);
      case 'ai_extract':
        return await extract(deps, call, signal);
      case 'send_email':
        return plain(await sendFlowMail(deps, call));
      case 'http_request':
        return plain(await request(deps, call));
      case 'transform':
        return plain(await transformed(deps, call));
      default:
        return plain({ error: { type: 'unknown_kind', message: call.kind } });
    }
  } catch (error) {
    if (error instanceof ProviderUnavailableError) {
      const outcome = { error: { type: 'provider_unavailable', message: error.message } };
      throw new WorthRetrying(outcome, error.retryAfterMs);
    }
    throw error;
  }
}

async function request(deps: CallDeps, call: NodeCall): Promise<FlowOutcome> {
  const answer = await callHttp(deps, { ...call, nodeId: call.node });
  if (answer.ok) return { handle: 'out', output: answer.output };
  if (answer.retry) throw new WorthRetrying({ error: answer.error }, answer.retryAfterMs);
  return { error: answer.error };
}

async function transformed(deps: CallDeps, { tenantId, settings }: NodeCall): Promise<FlowOutcome> {
  const { jsonata, input = null } = settings;
  return transformOutcome(
    settings,
    await deps.transform(tenantId, asText(jsonata), isFlowObject(input) ? input : {}),
  );
}
