import { Check, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MeterBar } from '../../../components/meter-bar';
import { Spinner } from '../../../components/spinner';
import type { Knowledge } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useFormat } from '../../../lib/format/use-format';
import { indexSteps } from '../lib/index-steps';

/** The real steps of the indexing; the one with a figure has a bar. */
export function IndexProgress({ knowledge }: { knowledge: Knowledge }) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  const { phase, chunks, chunksDone } = knowledge;
  return (
    <>
      <ol className="flex flex-col gap-2.5">
        {indexSteps(phase).map(({ step, state }) => (
          <li
            key={step}
            aria-current={state === 'now' ? 'step' : undefined}
            className={cx('flex items-center gap-2.5', state === 'later' ? 'text-muted' : 'text-text')}
          >
            {state === 'done' && <Check aria-hidden className="size-4 text-success" />}
            {state === 'now' && <Spinner />}
            {state === 'later' && <Circle aria-hidden className="size-4" />}
            <span className="flex-1">{t(`index.step.${step}`)}</span>
            {step === 'embedding' && chunks > 0 && (
              <span className="text-sm text-text-2">
                {format.number(chunksDone)}/{format.number(chunks)}
              </span>
            )}
          </li>
        ))}
      </ol>
      {phase === 'embedding' && chunks > 0 && (
        <MeterBar value={chunksDone / chunks} tone="primary" className="mt-3" />
      )}
      <p className="mt-4 text-sm text-text-2">{t('index.oldAnswers')}</p>
    </>
  );
}
