import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { MeterBar } from '../../../components/meter-bar';
import { Notice } from '../../../components/notice';
import { Skeleton } from '../../../components/skeleton';
import { cx } from '../../../lib/cx';
import { useFirstSteps } from '../api/use-first-steps';
import { FIRST_STEPS, type FirstStep } from '../lib/first-steps';
import type { GuideSlug } from '../lib/guides';

const GUIDE_OF: Record<FirstStep, GuideSlug> = {
  number: 'connect',
  knowledge: 'knowledge',
  answer: 'search',
  person: 'takeOver',
};

/** What is left to do until the product works for this account, each with its guide. */
export function FirstSteps() {
  const { t } = useTranslation('tutorial');
  const { done, error, retry, retrying } = useFirstSteps();
  const count = done?.length ?? 0;
  if (count === FIRST_STEPS.length) {
    return (
      <Notice tone="success" className="mb-5">
        {t('first.allDone')}
      </Notice>
    );
  }
  return (
    <Card
      title={t('first.title')}
      aside={
        done !== undefined && (
          <span className="shrink-0 text-sm text-text-2">
            {t('first.progress', { done: count, total: FIRST_STEPS.length })}
          </span>
        )
      }
      className="mb-5"
    >
      {done === undefined && error === null && (
        <Loading className="grid gap-2 sm:grid-cols-2">
          {FIRST_STEPS.map((step) => (
            <Skeleton key={step} className="h-10" />
          ))}
        </Loading>
      )}
      {done === undefined && error !== null && (
        <ErrorState error={error} onRetry={retry} retrying={retrying} className="py-4" />
      )}
      {done !== undefined && (
        <>
          <MeterBar value={count / FIRST_STEPS.length} tone="primary" className="mb-4" />
          <ol className="-mx-2 grid gap-x-4 gap-y-1 sm:grid-cols-2">
            {FIRST_STEPS.map((step) => (
              <li key={step}>
                <Step step={step} isDone={done.includes(step)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

function Step({ step, isDone }: { step: FirstStep; isDone: boolean }) {
  const { t } = useTranslation('tutorial');
  const Icon = isDone ? CircleCheck : Circle;
  return (
    <Link
      to="/tutoriais"
      search={{ guide: GUIDE_OF[step] }}
      className="ring-focus flex min-h-10 items-center gap-2.5 rounded-control px-2 hover:bg-raised"
    >
      <Icon aria-hidden className={cx('size-5 shrink-0', isDone ? 'text-success' : 'text-muted')} />
      <span className={isDone ? 'text-text-2' : 'font-medium'}>{t(`first.${step}`)}</span>
      <span className="sr-only">{isDone ? t('first.done') : t('first.todo')}</span>
    </Link>
  );
}
