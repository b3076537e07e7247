import type { CompiledFlow } from '../../../../../domain/flow/runtime/compiled';
import { newThread, startFlow } from '../../../../../domain/flow/runtime/state';
import { stepFlow } from '../../../../../domain/flow/runtime/step';
import type { FlowTools } from '../../../../../domain/flow/runtime/tools';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { cannedOutcome } from '../../../../../domain/flow/simulate/canned';
import {
  type SimulatedWorld,
  objectOf,
  stamp,
  wayTaken,
} from '../../../../../domain/flow/simulate/simulation';

export interface OneNode {
  /** Settings, filled in; null for nodes that only decide. */
  input: FlowObject | null;
  output: FlowObject;
  handle: string | null;
  error: { type: string; message: string } | null;
  waits: boolean;
}

interface Where {
  flow: CompiledFlow;
  tools: FlowTools;
  zone: string;
  /** Unix ms. */
  at: number;
  world: SimulatedWorld;
}

/** One node alone, with what it sees given by hand. Effects are canned. Never throws. */
export function runOneNode(nodeId: string, scope: FlowObject, where: Where): OneNode {
  const { flow, tools, zone, at, world } = where;
  const given = (name: string) => objectOf(scope[name]);
  const start = startFlow(
    { ...flow, triggers: [{ node: 'here', kind: 'manual', settings: {}, to: nodeId }] },
    {
      trigger: 'here',
      seed: 'one-node',
      zone,
      gatilho: given('gatilho'),
      contato: given('contato'),
      conversa: given('conversa'),
      empresa: given('empresa'),
      variaveis: given('variaveis'),
    },
  );
  const before = {
    ...start,
    threads: [newThread(0, nodeId, null)],
    scope: { ...start.scope, blocos: given('blocos') },
  };
  const { state, effect } = stepFlow(flow, before, { type: 'advance', at }, tools);
  if (effect?.type === 'act') {
    const canned = cannedOutcome(effect, world);
    return {
      input: effect.settings,
      output: 'output' in canned ? canned.output : {},
      handle: 'handle' in canned ? canned.handle : null,
      error: 'error' in canned ? canned.error : null,
      waits: 'waits' in canned,
    };
  }
  if (effect?.type === 'wait') {
    return { input: null, output: { ate: stamp(effect.until) }, handle: null, error: null, waits: true };
  }
  const [thread] = state.threads;
  const failure = state.failure ?? thread?.error ?? null;
  return {
    input: null,
    output: {
      ...objectOf(state.scope.blocos[nodeId]),
      ...(state.scope.variaveis === before.scope.variaveis ? {} : { variaveis: state.scope.variaveis }),
    },
    handle: wayTaken(flow, nodeId, thread?.node),
    error: failure && { type: failure.type, message: failure.message },
    waits: false,
  };
}
