import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { Input } from '../../../components/input';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useErrorToast } from '../../../components/use-error-toast';
import { useCreateFlow, useTemplates } from '../api/use-flows';
import { hasWords } from '../lib/find-flows';
import { FilterChips } from './filter-chips';
import { TemplateCard } from './template-card';
import { useNicheName } from './use-niche-name';

/** Drawings made before, by trade. */
export function TemplateGallery({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation('flows');
  const templates = useTemplates(true);
  const create = useCreateFlow();
  const tellError = useErrorToast();
  const nicheName = useNicheName();
  const [words, setWords] = useState('');
  const [niche, setNiche] = useState<string>();
  if (templates.data === undefined) {
    return templates.isError ? (
      <ErrorState
        error={templates.error}
        onRetry={() => void templates.refetch()}
        retrying={templates.isFetching}
      />
    ) : (
      <Loading className="grid gap-3 sm:grid-cols-2">
        {[0, 1, 2, 3].map((card) => (
          <Skeleton key={card} className="h-56 rounded-card" />
        ))}
      </Loading>
    );
  }
  const niches = [...new Set(templates.data.map((template) => template.niche))];
  const found = templates.data.filter(
    (template) =>
      (niche === undefined || template.niche === niche) &&
      hasWords(`${template.name} ${template.description} ${nicheName(template.niche)}`, words),
  );
  return (
    <div className="flex flex-col gap-4">
      <div role="search" className="relative">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
        <Input
          type="search"
          aria-label={t('template.search')}
          placeholder={t('template.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="pl-9"
        />
      </div>
      <FilterChips
        legend={t('template.niches')}
        all={t('template.all')}
        value={niche}
        options={niches.map((each) => ({ value: each, label: nicheName(each) }))}
        onChange={setNiche}
      />
      {found.length === 0 && <p className="py-6 text-center text-text-2">{t('template.nothing')}</p>}
      <ul aria-label={t('new.way.template')} className="grid gap-3 pb-2 sm:grid-cols-2">
        {found.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            busy={create.isPending && create.variables.templateId === template.id}
            onUse={() => {
              if (create.isPending) return;
              create.mutate(
                { name: template.name, templateId: template.id },
                { onSuccess: ({ id }) => onMade(id), onError: tellError },
              );
            }}
          />
        ))}
      </ul>
    </div>
  );
}
