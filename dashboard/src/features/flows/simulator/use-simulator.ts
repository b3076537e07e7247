import { useCallback, useEffect, useMemo } from 'react';
import { compileDraft } from '../../../../../domain/flow/compile';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { flowTools } from '../../../../../domain/flow/expression/tools';
import { realOf } from '../../../../../domain/flow/simulate/play-script';
import { useMe } from '../../../lib/api/me-query';
import { type Store, createStore } from '../../../lib/store';
import { useStore } from '../../../lib/use-store';
import { workOut } from './evaluate-aside';
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

/** The same, and what is worked out for real is. For one place of the page, or it would be done twice. */
export function useSimulator(document: FlowDocument, tries: Tries) {
  const simulator = useTries(document, tries);
  const { state, act } = simulator;
  const real = state.sim === null ? undefined : realOf(state.sim);
  useEffect(() => {
    if (real === undefined) return undefined;
    let isWanted = true;
    void workOut(real).then((event) => {
      if (isWanted) act(event);
    });
    return () => {
      isWanted = false;
    };
  }, [real, act]);
  return simulator;
}
