import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import { flowTools } from '../../../../../domain/flow/expression/tools';
import type { CompiledFlow } from '../../../../../domain/flow/runtime/compiled';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { REAL_KINDS } from '../../../../../domain/flow/simulate/play-script';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { JsonView } from '../components/json-view';
import { useHandleName } from '../components/use-handle-name';
import { useKindName } from '../components/use-kind-name';
import { readPayload } from '../lib/read-payload';
import { workOut } from './evaluate-aside';
import { type OneNode, runOneNode } from './run-one-node';
import { type SimulatorState, inputsOf } from './simulator';
import { useFailureWords } from '../components/use-failure-words';

interface OneNodeFormProps {
  state: SimulatorState;
  flow: CompiledFlow;
  zone: string;
  document: FlowDocument;
}

/** One node alone, with what it sees written by hand. */
export function OneNodeForm({ state, flow, zone, document }: OneNodeFormProps) {
  const { t } = useTranslation('flows');
  const kindName = useKindName();
  const nodes = document.nodes.filter(({ id }) => Object.hasOwn(flow.nodes, id));
  const [chosen, choose] = useState(nodes[0]?.id ?? '');
  const [text, setText] = useState(() => JSON.stringify(inputsOf(state), null, 2));
  const [result, setResult] = useState<OneNode>();
  const scope = readPayload(text) as FlowObject | undefined;
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('one.node')}>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={({ target }) => {
              choose(target.value);
              setResult(undefined);
            }}
          >
            {nodes.map(({ id, title, kind }) => (
              <option key={id} value={id}>
                {title || kindName(kind)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={t('one.sees')}
        error={scope === undefined ? t('repeat.notJson') : undefined}
        aside={
          <Button size="sm" variant="quiet" onClick={() => setText(JSON.stringify(inputsOf(state), null, 2))}>
            {t('one.fromTry')}
          </Button>
        }
      >
        {(control) => (
          <Textarea
            {...control}
            rows={6}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className="max-h-72 font-mono text-sm"
          />
        )}
      </Field>
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        disabled={scope === undefined || chosen === ''}
        onClick={() => {
          const world = { mocks: state.mocks, open: state.open };
          const where = { flow, tools: flowTools, zone, at: state.sim?.at ?? Date.now(), world };
          void tryOne(chosen, scope ?? {}, where).then(setResult);
        }}
        className="self-start"
      >
        {t('one.run')}
      </Button>
      {result !== undefined && <Result result={result} node={nodes.find(({ id }) => id === chosen)} />}
    </div>
  );
}

/** What only needs to be worked out is worked out. */
async function tryOne(
  nodeId: string,
  scope: FlowObject,
  where: Parameters<typeof runOneNode>[2],
): Promise<OneNode> {
  const result = runOneNode(nodeId, scope, where);
  if (result.input === null || !REAL_KINDS.has(where.flow.nodes[nodeId]?.kind ?? '')) return result;
  const event = await workOut({ nodeId, settings: result.input });
  return event.type === 'failure'
    ? { ...result, waits: false, error: event.error }
    : { ...result, waits: false, handle: event.handle, output: event.output ?? {} };
}

function Result({ result, node }: { result: OneNode; node: FlowNode | undefined }) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const handleName = useHandleName();
  return (
    <div role="status" className="flex flex-col gap-2 text-sm">
      {result.error !== null && (
        <Notice tone="danger" title={failureWords(result.error.type)}>
          {result.error.message}
        </Notice>
      )}
      <p>
        {result.waits && t('one.waits')}
        {result.handle !== null && t('run.leftBy', { handle: handleName(result.handle, node) })}
      </p>
      {result.input !== null && (
        <>
          <p className="font-medium">{t('run.input')}</p>
          <JsonView value={result.input} />
        </>
      )}
      <p className="font-medium">{t('run.output')}</p>
      <JsonView value={result.output} />
    </div>
  );
}
