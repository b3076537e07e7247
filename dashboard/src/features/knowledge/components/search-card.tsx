import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Loading } from '../../../components/loading';
import { PassageCard } from '../../../components/passage-card';
import { Skeleton } from '../../../components/skeleton';
import { cx } from '../../../lib/cx';
import { usePassages } from '../api/use-passages';

/** Try a question as a customer would ask it. */
export function SearchCard() {
  const { t } = useTranslation('knowledge');
  const { q } = useSearch({ from: '/shell/conhecimento' });
  const navigate = useNavigate({ from: '/conhecimento' });
  const [question, setQuestion] = useState(q ?? '');
  const found = usePassages(q);
  const asked = question.trim();
  return (
    <Card title={t('search.title')} description={t('search.detail')}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (asked === '') return;
          if (asked === q) void found.refetch();
          else void navigate({ to: '.', search: { q: asked }, replace: true });
        }}
        className="flex items-end gap-2"
      >
        <Field label={t('search.label')} className="flex-1">
          {(control) => (
            <Input
              {...control}
              value={question}
              maxLength={1_000}
              placeholder={t('search.placeholder')}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          busy={found.isFetching}
          disabled={asked === ''}
          icon={<Search aria-hidden />}
          className="h-9"
        >
          {t('search.submit')}
        </Button>
      </form>
      {q !== undefined && (
        <div aria-live="polite" className={cx('mt-4', found.isPlaceholderData && 'opacity-60')}>
          {found.isPending && (
            <Loading className="flex flex-col gap-2">
              <Skeleton className="h-24 rounded-card" />
              <Skeleton className="h-24 rounded-card" />
            </Loading>
          )}
          {found.isError && (
            <ErrorState
              error={found.error}
              onRetry={() => void found.refetch()}
              retrying={found.isFetching}
              className="py-6"
            />
          )}
          {found.data?.length === 0 && <p className="text-text-2">{t('search.nothing')}</p>}
          {found.data !== undefined && found.data.length > 0 && (
            <ol aria-label={t('search.results')} className="flex flex-col gap-2">
              {found.data.map((passage, index) => (
                <li key={passage.text}>
                  <PassageCard passage={passage} rank={index + 1} />
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </Card>
  );
}
