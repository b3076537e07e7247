import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { type SimulatedMock, isAiKind } from '../../../../../domain/flow/simulate/simulation';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { useHandleName } from '../components/use-handle-name';
import { useKindName } from '../components/use-kind-name';
import { readPayload } from '../lib/read-payload';
import type { SimulatorAction, SimulatorState } from './simulator';

/** Kinds whose answer is invented, and what it holds. */
const INVENTED: Record<string, FlowObject> = {
  ai_generate: { texto: '[resposta da IA]' },
  ai_classify: {},
  ai_extract: { campos: {} },
  rag_answer: { texto: '[resposta dos documentos]' },
  http_request: { status: 200, corpo: {} },
  start_subflow: { saidas: {} },
};

/** Whether what comes of such a node is made up. */
export const isInvented = (kind: string): boolean => Object.hasOwn(INVENTED, kind) || kind === HOURS;

const HOURS = 'business_hours';

interface CannedAnswersProps {
  state: SimulatorState;
  act: (action: SimulatorAction) => void;
  document: FlowDocument;
}

/** What AI and other systems would say, written by hand: nobody is asked. */
export function CannedAnswers({ state, act, document }: CannedAnswersProps) {
  const { t } = useTranslation('flows');
  const nodes = document.nodes.filter(
    ({ kind }) => Object.hasOwn(INVENTED, kind) && (state.ai === 'canned' || !isAiKind(kind)),
  );
  const asksHours = document.nodes.some(({ kind }) => kind === HOURS);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-text-2">
        {t(state.ai === 'real' ? 'answers.detailButAi' : 'answers.detail')}
      </p>
      {asksHours && (
        <Checkbox
          label={t('answers.open')}
          checked={state.open}
          onChange={({ target }) => act({ type: 'open', open: target.checked })}
        />
      )}
      {nodes.length === 0 && !asksHours && <p className="text-text-2">{t('answers.none')}</p>}
      {nodes.map((node) => (
        <Answer
          key={node.id}
          node={node}
          mock={state.mocks[node.id]}
          onChange={(mock) => act({ type: 'mock', nodeId: node.id, mock })}
        />
      ))}
    </div>
  );
}

interface AnswerProps {
  node: FlowNode;
  mock: SimulatedMock | undefined;
  onChange: (mock: SimulatedMock | undefined) => void;
}

function Answer({ node, mock, onChange }: AnswerProps) {
  const { t } = useTranslation('flows');
  const kindName = useKindName();
  const handleName = useHandleName();
  const [text, setText] = useState(JSON.stringify(mock?.output ?? INVENTED[node.kind] ?? {}, null, 2));
  const read = readPayload(text);
  const write = (words: string) => {
    setText(words);
    const output = readPayload(words) as FlowObject | undefined;
    if (output !== undefined) onChange({ ...mock, output });
  };
  return (
    <fieldset className="flex flex-col gap-2 rounded-card border border-hairline p-3">
      <legend className="px-1 font-medium">{node.title || kindName(node.kind)}</legend>
      <Field label={t('answers.way')}>
        {(control) => (
          <Select
            {...control}
            value={mock?.handle ?? ''}
            onChange={({ target }) => {
              const { handle: _, ...rest } = mock ?? {};
              onChange(target.value === '' ? rest : { ...rest, handle: target.value });
            }}
          >
            <option value="">{t('answers.itself')}</option>
            {handlesOf(node).map((handle) => (
              <option key={handle} value={handle}>
                {handleName(handle, node)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('run.output')} error={read === undefined ? t('repeat.notJson') : undefined}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            spellCheck={false}
            value={text}
            onChange={({ target }) => write(target.value)}
            className="font-mono text-sm"
          />
        )}
      </Field>
    </fieldset>
  );
}

function handlesOf(node: FlowNode): string[] {
  const facts = NODE_KINDS.get(node.kind)?.describe(node);
  return facts === undefined || Array.isArray(facts) ? [] : facts.ports.map(({ handle }) => handle);
}
