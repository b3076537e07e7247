import { useTranslation } from 'react-i18next';
import type { ErrorPolicy, FlowNode } from '../../../../../domain/flow/document';
import type { FlowValue } from '../../../../../domain/flow/runtime/value';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useEditorParts } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { useFlowWords } from '../lib/use-words';
import { DurationField } from './duration-field';
import { JsonField } from './json-field';

const RETRIES = [0, 1, 2, 3, 4];
const MODES = ['stop', 'branch', 'default'] as const;
const LONGEST = { type: 'integer', maximum: 86_400 };

/** What happens when the block's work fails. */
export function EnvelopeFields({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { change } = useActions();
  const { readOnly } = useEditorParts();
  const findings = useAnalysis().ofNode.get(node.id) ?? [];
  const errorAt = (field: string) => {
    const found = findings.find((each) => each.field === field);
    return found && words.finding(found, node.kind);
  };
  const mode = node.onError?.mode ?? 'stop';
  const policy: Record<(typeof MODES)[number], ErrorPolicy> = {
    stop: { mode: 'stop' },
    branch: { mode: 'branch' },
    default: { mode: 'default', value: {} },
  };
  return (
    <>
      <Field
        label={t('errors.mode')}
        hint={t(`errors.${mode}Hint`)}
        error={mode === 'default' ? undefined : errorAt('onError')}
      >
        {(control) => (
          <Select
            {...control}
            disabled={readOnly}
            value={mode}
            onChange={(event) => {
              const next = MODES.find((each) => each === event.target.value) ?? 'stop';
              change(node.id, { onError: next === 'stop' ? undefined : policy[next] }, 'onError');
            }}
          >
            {MODES.map((each) => (
              <option key={each} value={each}>
                {t(`errors.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {node.onError?.mode === 'default' && (
        <JsonField
          label={t('errors.value')}
          value={node.onError.value}
          error={errorAt('onError')}
          onChange={(value) =>
            change(
              node.id,
              { onError: { mode: 'default', value: (value ?? {}) as FlowValue } },
              'onErrorValue',
            )
          }
        />
      )}
      <RetriesField node={node} />
      <DurationField
        label={t('errors.timeout')}
        hint={t('errors.timeoutHint')}
        error={errorAt('timeoutSeconds')}
        schema={LONGEST}
        value={node.timeoutSeconds}
        onChange={(seconds) =>
          change(node.id, { timeoutSeconds: seconds === 0 ? undefined : seconds }, 'timeoutSeconds')
        }
      />
    </>
  );
}

function RetriesField({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flow-editor');
  const { change } = useActions();
  const { readOnly } = useEditorParts();
  return (
    <Field label={t('errors.retries')} hint={t('errors.retriesHint')}>
      {(control) => (
        <Select
          {...control}
          disabled={readOnly}
          value={node.retries ?? 0}
          onChange={(event) => {
            const retries = Number(event.target.value);
            change(node.id, { retries: retries === 0 ? undefined : retries }, 'retries');
          }}
        >
          {RETRIES.map((count) => (
            <option key={count} value={count}>
              {count === 0 ? t('errors.noRetry') : t('errors.times', { count })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
