import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compileDraft } from '../../../../../domain/flow/compile';
import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import { flowTools } from '../../../../../domain/flow/expression/tools';
import { namedBy } from '../../../../../domain/flow/readings';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { type OneNode, runOneNode } from '../../../../../domain/flow/simulate/one-node';
import { isAiKind } from '../../../../../domain/flow/simulate/simulation';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { AiSwitch } from './ai-switch';
import { CannedAnswers, isInvented } from './canned-answers';
import { workOutFor } from './ask-real';
import { NodeOutcome } from './node-outcome';
import { type SimulatorState, inputsOf, worldOf } from './simulator';
import { TrialInputs } from './trial-inputs';
import { type Tries, useTries } from './use-simulator';

export interface NodeTrialProps {
  document: FlowDocument;
  flowId: string;
  node: FlowNode;
  tries: Tries;
  /** Values that are known apart from the simulation's, and whose they are. */
  known?: { values: FlowObject; from: 'run' | 'examples' };
}

type Source = 'simulation' | 'run' | 'examples';

/** One node alone, with what it sees written by hand. Nothing leaves and nothing changes. */
export function NodeTrial({ document, flowId, node, tries, known }: NodeTrialProps) {
  const { t } = useTranslation('flows');
  const { state, act, zone } = useTries(document, tries);
  const inputs = useInputs(state, known);
  const { sees } = inputs;
  const asksAi = state.ai === 'real' && isAiKind(node.kind);
  const { tried, busy, run } = useTrial({ document, flowId, node, state, zone });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-text-2">{t(asksAi ? 'one.safeButAi' : 'one.safe')}</p>
      <Field label={t('one.valuesOf')}>
        {(control) => (
          <Select
            {...control}
            value={inputs.source}
            onChange={({ target }) => inputs.choose(inputs.sources.find((each) => each === target.value))}
          >
            {inputs.sources.map((each) => (
              <option key={each} value={each}>
                {t(`one.from.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TrialInputs
        key={inputs.source}
        names={namesOf(node)}
        given={inputs.given}
        sees={sees}
        onChange={inputs.write}
        onReset={inputs.isWritten ? () => inputs.write(undefined) : undefined}
      />
      {isAiKind(node.kind) && <AiSwitch state={state} act={act} />}
      {isInvented(node.kind) && !asksAi && (
        <CannedAnswers state={state} act={act} document={{ ...document, nodes: [node] }} />
      )}
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        busy={busy}
        disabled={sees === 'broken'}
        onClick={() => {
          if (sees !== 'broken') void run(sees);
        }}
        className="self-start"
      >
        {t('one.run')}
      </Button>
      {tried !== undefined && (
        <NodeOutcome
          outcome={tried.outcome}
          node={tried.node}
          isStale={tried.node !== node || tried.sees !== JSON.stringify(sees)}
        />
      )}
      <Checkbox
        label={t('one.pause')}
        hint={t('one.pauseHint')}
        checked={state.pauses.includes(node.id)}
        onChange={({ target }) => act({ type: 'pause', nodeId: node.id, on: target.checked })}
      />
    </div>
  );
}

/** What the node sees: of the last simulation or of what is known otherwise, until it is written over. */
function useInputs(state: SimulatorState, known: NodeTrialProps['known']) {
  const sources: Source[] = [
    ...(state.sim !== null || known === undefined ? (['simulation'] as const) : []),
    ...(known === undefined ? [] : [known.from]),
  ];
  const [chosen, choose] = useState<Source>();
  const [written, write] = useState<FlowObject | 'broken'>();
  const source = sources.find((each) => each === chosen) ?? sources[0] ?? 'simulation';
  const given = source === 'simulation' || known === undefined ? inputsOf(state) : known.values;
  return {
    sources,
    source,
    choose: (next: Source | undefined) => {
      choose(next);
      write(undefined);
    },
    given,
    sees: written ?? given,
    isWritten: written !== undefined,
    write,
  };
}

interface Trial extends Pick<NodeTrialProps, 'document' | 'flowId' | 'node'> {
  state: SimulatorState;
  zone: string;
}

interface Tried {
  outcome: OneNode;
  node: FlowNode;
  /** As JSON, to be compared. */
  sees: string;
}

/** Tries the node, and keeps what came of it last. */
function useTrial({ document, flowId, node, state, zone }: Trial) {
  const [tried, setTried] = useState<Tried>();
  const [busy, setBusy] = useState(false);
  const run = async (sees: FlowObject) => {
    setBusy(true);
    const outcome = await runOneNode(document, node.id, sees, {
      tools: flowTools,
      zone,
      at: state.sim?.at ?? Date.now(),
      world: worldOf(state, { nodes: compileDraft(document, [node.id]).nodes }),
      workOut: workOutFor(flowId),
    });
    if (outcome !== undefined) setTried({ outcome, node, sees: JSON.stringify(sees) });
    setBusy(false);
  };
  return { tried, busy, run };
}

/** What the node's settings name; the clock is not to be given. */
function namesOf(node: FlowNode): string[] {
  const facts = NODE_KINDS.get(node.kind)?.describe(node);
  if (facts === undefined || Array.isArray(facts)) return [];
  return namedBy(facts).filter((name) => name !== 'agora');
}
