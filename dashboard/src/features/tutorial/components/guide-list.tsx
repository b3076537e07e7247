import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import type { GuideSlug } from '../lib/guides';

interface GuideListProps {
  slugs: GuideSlug[];
  /** Shown beside the list; none on phones. */
  shown: GuideSlug | undefined;
  q: string | undefined;
}

export function GuideList({ slugs, shown, q }: GuideListProps) {
  const { t } = useTranslation('tutorial');
  return (
    <nav aria-label={t('list')}>
      <ul className="overflow-hidden rounded-card border border-hairline bg-surface">
        {slugs.map((slug) => (
          <li key={slug} className="border-hairline not-first:border-t">
            <Link
              to="/tutoriais"
              search={q === undefined ? { guide: slug } : { guide: slug, q }}
              aria-current={slug === shown ? 'page' : undefined}
              className={cx(
                'ring-focus-inset flex items-center gap-3 px-4 py-3 hover:bg-raised',
                slug === shown && 'bg-raised shadow-[inset_3px_0_0_var(--primary)]',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{t(`guides.${slug}.title`)}</span>
                <span className="mt-0.5 block text-sm text-text-2">{t(`guides.${slug}.summary`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
