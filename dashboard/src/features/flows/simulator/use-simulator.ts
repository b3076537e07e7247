import { useCallback, useEffect, useMemo, useState } from 'react';
import { compileDraft } from '../../../../../domain/flow/compile';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { flowTools } from '../../../../../domain/flow/expression/tools';
import { realOf } from '../../../../../domain/flow/simulate/play-script';
import { useMe } from '../../../lib/api/me-query';
import { workOut } from './evaluate-aside';
import { FIRST_STATE, type SimulatorAction, simulatorStep } from './simulator';

const DEFAULT_ZONE = 'America/Sao_Paulo';

/** The drawing as it is now, on the real interpreter. A try that is under way goes on with the new drawing. */
export function useSimulator(document: FlowDocument) {
  const zone = useMe().data?.tenant.timeZone ?? DEFAULT_ZONE;
  const flow = useMemo(() => compileDraft(document), [document]);
  const [state, setState] = useState(FIRST_STATE);
  const act = useCallback(
    (action: SimulatorAction) =>
      setState((before) => simulatorStep(before, action, { flow, tools: flowTools, zone, now: Date.now() })),
    [flow, zone],
  );
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
  return { state, act, flow, zone };
}
