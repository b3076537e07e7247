import { compileDraft } from '../../domain/flow/compile';
import { flowTools } from '../../domain/flow/expression/tools';
import type { Finding } from '../../domain/flow/finding';
import { playScriptWith } from '../../domain/flow/simulate/play-script';
import { workOutWith } from '../../domain/flow/simulate/work-out';
import type { SimulatedEvent, SimulatedMock, Simulation } from '../../domain/flow/simulate/simulation';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Made } from '../../domain/flow/transform-outcome';
import type { Deps, TenantContext } from '../deps';
import { findingsOf } from './check-context';
import { demandFlow, demandVersion, documentOf } from './flow-row';

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
}

/** For all that a trial works out for real (ms): a request is answered, and others have their turn. */
const WORKED_OUT_MS = 10_000;
const TOO_LATE: Made = { ok: false, error: { type: 'timeout', message: 'The trial has worked out enough' } };

/** Tries a draft or a version out: nothing leaves, no row changes. @throws NotFoundError */
export async function simulateFlow(
  deps: Pick<Deps, 'db' | 'env' | 'transform'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
  request: SimulationRequest,
): Promise<{ simulation: Simulation; findings: Finding[] }> {
  const { document, zone, company, findings } = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const { from } = request;
    const stored = from === 'draft' ? flow.draft : (await demandVersion(tx, flow, from)).document;
    const read = documentOf(stored, flow.name);
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    return {
      document: read,
      zone: tenant.timeZone,
      company: tenant.name,
      findings: await findingsOf(tx, tenantId, id, read, deps.env),
    };
  });
  const { trigger, contact, payload, events, advanceMs, mocks, open } = request;
  const start = { zone, at: Date.now(), trigger, contact, payload, company: { nome: company, fuso: zone } };
  const script = { start, events, advanceMs };
  const until = Date.now() + WORKED_OUT_MS;
  const workOut = workOutWith((expression, input) =>
    Date.now() > until ? Promise.resolve(TOO_LATE) : deps.transform(expression, input),
  );
  const simulation = await playScriptWith(workOut, compileDraft(document), script, flowTools, {
    mocks,
    open,
  });
  return { simulation, findings };
}
