import type { Limit } from '../../adapters/limits/limits';
import { NotFoundError } from '../../domain/errors';
import { compileDraft } from '../../domain/flow/compile';
import type { FlowDocument } from '../../domain/flow/document';
import { flowTools } from '../../domain/flow/expression/tools';
import type { Finding } from '../../domain/flow/finding';
import type { FlowOutcome } from '../../domain/flow/order';
import { type OneNode, runOneNode } from '../../domain/flow/simulate/one-node';
import { playScriptWith, type WorkOut } from '../../domain/flow/simulate/play-script';
import { type TrialQuestion, workOutWith } from '../../domain/flow/simulate/work-out';
import type {
  SimulatedEvent,
  SimulatedMock,
  Simulation,
  TrialAi,
} from '../../domain/flow/simulate/simulation';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Made } from '../../domain/flow/transform-outcome';
import type { Deps, TenantContext } from '../deps';
import { askWithin, type TrialDeps } from './ask-for-trial';
import { findingsOf } from './check-context';
import { demandFlow, demandVersion, documentOf } from './flow-row';

type SimulateDeps = Pick<Deps, 'transform'> & TrialDeps;

export interface SimulationRequest {
  events: SimulatedEvent[];
  advanceMs: number;
  /** Node of the trigger. */
  trigger?: string | undefined;
  contact?: FlowObject | undefined;
  payload?: FlowObject | undefined;
  from: 'draft' | number;
  mocks?: Record<string, SimulatedMock> | undefined;
  open?: boolean | undefined;
  ai?: TrialAi | undefined;
}

/** For all that a trial works out for real (ms): a request is answered, and others have their turn. */
const WORKED_OUT_MS = 10_000;
/** Nobody is asked any more when a trial has taken this long (ms). */
const ASKED_MS = 60_000;
const TOO_LATE = {
  ok: false,
  error: { type: 'timeout', message: 'The trial has worked out enough' },
} satisfies Made;

/**
 * Tries a draft or a version out: nothing leaves, no row changes. With `ai: 'real'` the model is asked, and what it uses
 * is on the tenant's account.
 *
 * @param perTenant how often trials of a tenant may ask the model
 * @throws NotFoundError for a flow or a version that is not this tenant's
 */
export async function simulateFlow(
  deps: SimulateDeps,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
  request: SimulationRequest,
  perTenant: Limit,
): Promise<{ simulation: Simulation; findings: Finding[] }> {
  const { trigger, contact, payload, events, advanceMs, from, mocks, open, ai } = request;
  const { document, zone, company, findings } = await drawingOf(deps, tenantId, id, from);
  const start = { zone, at: Date.now(), trigger, contact, payload, company };
  const script = { start, events, advanceMs };
  const workOut = workOutOf(deps, tenantId, (question) =>
    askWithin(deps, { tenantId }, id, question, perTenant),
  );
  const world = { mocks, open, ai };
  const simulation = await playScriptWith(workOut, compileDraft(document), script, flowTools, world);
  return { simulation, findings };
}

export interface NodeTrial extends Pick<SimulationRequest, 'from' | 'mocks' | 'open' | 'ai'> {
  nodeId: string;
  /** What the node finds, by root (docs/flows.md, "Variables"). */
  sees: FlowObject;
}

/**
 * Tries one node of a draft or a version out, wired or not, as simulateFlow does.
 *
 * @throws NotFoundError also for a node that is not there, or that is a trigger
 */
export async function tryNode(
  deps: SimulateDeps,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
  { nodeId, sees, from, mocks, open, ai }: NodeTrial,
  perTenant: Limit,
): Promise<{ node: OneNode; at: number; findings: Finding[] }> {
  const { document, zone, company, findings } = await drawingOf(deps, tenantId, id, from);
  const at = Date.now();
  const node = await runOneNode(
    document,
    nodeId,
    { empresa: company, ...sees },
    {
      tools: flowTools,
      zone,
      at,
      world: { mocks, open, ai },
      workOut: workOutOf(deps, tenantId, (question) =>
        askWithin(deps, { tenantId }, id, question, perTenant),
      ),
    },
  );
  if (node === undefined) throw new NotFoundError('Node');
  return { node, at, findings: findings.filter((each) => each.nodeId === nodeId) };
}

function drawingOf(
  { db, env }: SimulateDeps,
  tenantId: string,
  id: string,
  from: SimulationRequest['from'],
): Promise<{ document: FlowDocument; zone: string; company: FlowObject; findings: Finding[] }> {
  return db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const stored = from === 'draft' ? flow.draft : (await demandVersion(tx, flow, from)).document;
    const document = documentOf(stored, flow.name);
    const { name, timeZone } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    const company = { nome: name, fuso: timeZone };
    const findings = await findingsOf(tx, tenantId, id, document, env);
    return { document, zone: timeZone, company, findings };
  });
}

function workOutOf(
  { transform }: SimulateDeps,
  tenantId: string,
  ask: (question: TrialQuestion) => Promise<FlowOutcome>,
): WorkOut {
  const since = Date.now();
  const isLate = (most: number) => Date.now() - since > most;
  return workOutWith(
    (expression, input) =>
      isLate(WORKED_OUT_MS) ? Promise.resolve(TOO_LATE) : transform(tenantId, expression, input),
    (question) => (isLate(ASKED_MS) ? Promise.resolve({ error: TOO_LATE.error }) : ask(question)),
  );
}
