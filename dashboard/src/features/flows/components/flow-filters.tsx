import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/input';
import type { FlowRow, FlowStatus } from '../api/shapes';
import { FLOW_STATUSES } from '../lib/flows-search';
import { FilterChips } from './filter-chips';

/** Words and status; both are in the address. */
export function FlowFilters({ flows }: { flows: FlowRow[] }) {
  const { t } = useTranslation('flows');
  const { q = '', status } = useSearch({ from: '/shell/automations' });
  const navigate = useNavigate({ from: '/automations' });
  const [words, setWords] = useState(q);
  const [shownQ, setShownQ] = useState(q);
  if (q !== shownQ) {
    // The address changed by itself: back, forward, a cleared filter.
    setShownQ(q);
    if (q !== words.trim()) setWords(q);
  }
  const find = (typed: string) => {
    setWords(typed);
    const next = typed.trim() === '' ? undefined : typed.trim();
    void navigate({ to: '.', replace: true, search: (before) => ({ ...before, q: next }) });
  };
  const count = (wanted: FlowStatus) => flows.filter((flow) => flow.status === wanted).length;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <div role="search" className="relative w-full sm:w-72">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
        <Input
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={words}
          maxLength={200}
          onChange={({ target }) => find(target.value)}
          className="pl-9"
        />
      </div>
      <FilterChips
        legend={t('status.filter')}
        all={t('status.all')}
        value={status}
        options={FLOW_STATUSES.map((each) => ({
          value: each,
          label: `${t(`status.${each}`)} · ${count(each)}`,
        }))}
        onChange={(next) =>
          void navigate({ to: '.', replace: true, search: (before) => ({ ...before, status: next }) })
        }
      />
    </div>
  );
}
