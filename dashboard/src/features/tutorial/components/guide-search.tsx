import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/input';

export function GuideSearch() {
  const { t } = useTranslation('tutorial');
  const { q = '' } = useSearch({ from: '/shell/tutoriais' });
  const navigate = useNavigate({ from: '/tutoriais' });
  const find = (words: string) =>
    void navigate({ to: '.', replace: true, search: words === '' ? {} : { q: words } });
  return (
    <div role="search" className="relative">
      <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
      <Input
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={q}
        maxLength={100}
        onChange={(event) => find(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') find('');
        }}
        className="pl-9"
      />
    </div>
  );
}
