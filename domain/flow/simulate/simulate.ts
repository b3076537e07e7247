import type { CompiledFlow } from '../runtime/compiled';
import { startFlow } from '../runtime/state';
import type { FlowTools } from '../runtime/tools';
import type { FlowObject } from '../runtime/value';
import { pickTrigger } from './pick-trigger';
import { NOTHING, Play, wordsOf } from './play';
import {
  type SimulatedEvent,
  type SimulatedWorld,
  type Simulation,
  type SimulationStart,
  stamp,
} from './simulation';

/**
 * Tries a flow out on the real interpreter; effects are canned. Pure: what is given is not changed, and the same events
 * give the same trace. Never throws and never hangs (SIMULATION_LIMITS, RUN_LIMITS).
 *
 * @param first what the customer wrote; a message trigger takes it, any other leaves it to the first question
 */
export function beginSimulation(
  flow: CompiledFlow,
  start: SimulationStart,
  first: SimulatedEvent | undefined,
  tools: FlowTools,
  world: SimulatedWorld = {},
): Simulation {
  const said = first === undefined ? NOTHING : wordsOf(first);
  const trigger =
    start.trigger === undefined
      ? pickTrigger(flow, said.text, tools)
      : flow.triggers.find(({ node }) => node === start.trigger);
  const play = new Play(flow, tools, world, {
    status: 'running',
    run: null,
    at: start.at,
    pending: [],
    steps: [],
    chat: [],
    failure: null,
  });
  if (!trigger) return play.fail({ type: 'no_trigger', message: start.trigger ?? '', node: '' });
  const heard = trigger.kind === 'message_received' && first !== undefined;
  const gatilho: FlowObject = {
    ...start.payload,
    ...(trigger.kind === 'message_received' && { texto: said.text, midia: said.media ?? null }),
  };
  if (heard) play.hear(first);
  play.begin(
    startFlow(flow, {
      trigger: trigger.node,
      seed: start.seed ?? 'simulation',
      zone: start.zone,
      gatilho,
      contato: { ...SAMPLE_CONTACT, criado_em: stamp(start.at), ...start.contact },
      conversa: { id: 'simulacao', estado: 'IA_ATIVA', canal: 'simulacao', aberta_em: stamp(start.at) },
      empresa: { nome: 'Minha empresa', fuso: start.zone, ...start.company },
    }),
    { nodeId: trigger.node, kind: trigger.kind, output: gatilho },
  );
  return heard || first === undefined ? play.done() : feedSimulation(flow, play.done(), first, tools, world);
}

/** One more event. What nobody waits for changes nothing but the chat. */
export function feedSimulation(
  flow: CompiledFlow,
  before: Simulation,
  event: SimulatedEvent,
  tools: FlowTools,
  world: SimulatedWorld = {},
): Simulation {
  const play = new Play(flow, tools, world, structuredCopy(before));
  if (event.type === 'advance') play.advance(event.ms);
  else if (event.type === 'outcome') play.outcome(event);
  else if (event.type === 'failure') play.failure(event);
  else play.listen(event);
  return play.done();
}

const SAMPLE_CONTACT: FlowObject = {
  id: 'contato-simulado',
  nome: 'Ana Souza',
  telefone: '5511987654321',
  email: 'ana@exemplo.com.br',
  etiquetas: [],
  campos: {},
};

/** Lists may be changed; run states are never changed by the interpreter. */
function structuredCopy(state: Simulation): Simulation {
  return {
    ...state,
    pending: state.pending.map((each) => ({ ...each })),
    steps: state.steps.map((each) => ({ ...each })),
    chat: [...state.chat],
  };
}
