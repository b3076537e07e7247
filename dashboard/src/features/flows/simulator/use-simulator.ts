import { useCallback, useEffect, useEffectEvent, useMemo } from 'react';
import { compileDraft } from '../../../../../domain/flow/compile';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { flowTools } from '../../../../../domain/flow/expression/tools';
import { realOf, talkOf } from '../../../../../domain/flow/simulate/play-script';
import { useMe } from '../../../lib/api/me-query';
import { type Store, createStore } from '../../../lib/store';
import { useStore } from '../../../lib/use-store';
import { workOutFor } from './ask-real';
import { FIRST_STATE, type SimulatorAction, type SimulatorState, simulatorStep } from './simulator';

const DEFAULT_ZONE = 'America/Sao_Paulo';

/** What is tried of one drawing, wherever on the page. */
export type Tries = Store<SimulatorState>;

export const createTries = (): Tries => createStore(FIRST_STATE);

/** The drawing as it is now, on the real interpreter. A try that is under way goes on with the new drawing. */
export function useTries(document: FlowDocument, tries: Tries) {
  const zone = useMe().data?.tenant.timeZone ?? DEFAULT_ZONE;
  const flow = useMemo(() => compileDraft(document), [document]);
  const state = useStore(tries);
  const act = useCallback(
    (action: SimulatorAction) =>
      tries.set((before) => simulatorStep(before, action, { flow, tools: flowTools, zone, now: Date.now() })),
    [tries, flow, zone],
  );
  return { state, act, flow, zone };
}

/**
 * The same, and what is worked out for real is: data here, the AI by the server while it is to be real. For one place of
 * the page, or it would be done twice.
 */
export function useSimulator(document: FlowDocument, flowId: string, tries: Tries) {
  const simulator = useTries(document, tries);
  const { sim } = simulator.state;
  const real = sim === null ? undefined : realOf(sim);
  const act = useEffectEvent(simulator.act);
  const begin = useEffectEvent(() =>
    sim === null || real === undefined ? undefined : workOutFor(flowId)(real, talkOf(sim)),
  );
  // By its name: a word of the customer meanwhile makes it no other question.
  const effect = real?.effect;
  useEffect(() => {
    if (effect === undefined) return undefined;
    let isWanted = true;
    void begin()?.then((event) => {
      if (isWanted) act(event);
    });
    return () => {
      isWanted = false;
    };
  }, [effect]);
  return simulator;
}
