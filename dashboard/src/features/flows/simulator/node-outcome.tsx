import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import type { OneNode } from '../../../../../domain/flow/simulate/one-node';
import { Disclosure } from '../../../components/disclosure';
import { Notice } from '../../../components/notice';
import { JsonView } from '../components/json-view';
import { useFailureWords } from '../components/use-failure-words';
import { useHandleName } from '../components/use-handle-name';
import { Bubble } from './bubble';

interface NodeOutcomeProps {
  outcome: OneNode;
  /** As it was when it was tried. */
  node: FlowNode;
  /** The node, or what it sees, is another by now. */
  isStale: boolean;
}

/** What came of a node alone: which way it left, what it gave, or why it failed. */
export function NodeOutcome({ outcome, node, isStale }: NodeOutcomeProps) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const handleName = useHandleName();
  const { error, handle, waits, says, input, output, variables } = outcome;
  const ended = error === null && handle === null && !waits;
  return (
    <section role="status" aria-label={t('one.result')} className="flex flex-col gap-3 text-sm">
      {isStale && <Notice tone="warning">{t('one.stale')}</Notice>}
      {error !== null && (
        <Notice tone="danger" title={failureWords(error.type)}>
          {error.message}
        </Notice>
      )}
      {handle !== null && (
        <Notice tone={error === null ? 'success' : 'info'}>
          {t('one.leftBy', { handle: handleName(handle, node) })}
        </Notice>
      )}
      {waits && <Notice tone="info">{t('one.waits')}</Notice>}
      {ended && <Notice tone="success">{t('one.ended')}</Notice>}
      {says.length > 0 && (
        <div className="flex flex-col gap-2 rounded-card bg-phone-wall p-3">
          {says.map(({ text, options = [], media = null }, index) => (
            <Bubble key={index} line={{ from: 'flow', text, options, media }} />
          ))}
        </div>
      )}
      <Part label={t('run.output')} value={output} />
      <Part label={t('one.variables')} value={variables} />
      {input !== null && (
        <Disclosure summary={t('run.input')}>
          <JsonView value={input} />
        </Disclosure>
      )}
    </section>
  );
}

function Part({ label, value }: { label: string; value: Record<string, unknown> }) {
  if (Object.keys(value).length === 0) return null;
  return (
    <div>
      <p className="mb-1 font-medium">{label}</p>
      <JsonView value={value} />
    </div>
  );
}
