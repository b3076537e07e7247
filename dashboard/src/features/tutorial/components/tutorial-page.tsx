import { Link, useSearch } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { useMedia } from '../../../lib/use-media';
import { findGuides } from '../lib/find-guides';
import { GUIDE_SLUGS } from '../lib/guides';
import { FirstSteps } from './first-steps';
import { GuideArticle } from './guide-article';
import { GuideList } from './guide-list';
import { GuideSearch } from './guide-search';

/** How the product is used, step by step; where there is room, list and guide stand side by side. */
export function TutorialPage() {
  const { t } = useTranslation('tutorial');
  const { guide, q } = useSearch({ from: '/shell/tutoriais' });
  const hasRoom = useMedia('(min-width: 1024px)');
  const words = GUIDE_SLUGS.map((slug) => ({ slug, ...t(`guides.${slug}`, { returnObjects: true }) }));
  const found = findGuides(words, q ?? '');
  const shown = guide ?? (hasRoom ? found[0] : undefined);
  const alone = !hasRoom && guide !== undefined;
  return (
    // Another page to the eye: it begins at its top.
    <Page
      key={alone ? guide : 'list'}
      title={t('title')}
      {...(alone ? {} : { description: t('description') })}
    >
      {alone ? (
        <GuideArticle key={guide} slug={guide} alone />
      ) : (
        <>
          <FirstSteps />
          <div className="grid items-start gap-5 lg:grid-cols-[340px_minmax(0,1fr)]">
            <div className="flex min-w-0 flex-col gap-3">
              <GuideSearch />
              {found.length > 0 && <GuideList slugs={found} shown={shown} q={q} />}
            </div>
            {found.length === 0 ? (
              <EmptyState
                icon={<SearchX />}
                title={t('search.none', { q })}
                description={t('search.noneDetail')}
                action={
                  <Link to="/suporte" className={buttonClass()}>
                    {t('search.support')}
                  </Link>
                }
              />
            ) : (
              hasRoom && shown !== undefined && <GuideArticle key={shown} slug={shown} alone={false} />
            )}
          </div>
        </>
      )}
    </Page>
  );
}
