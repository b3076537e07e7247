import { Link } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../components/button';
import { useMay } from '../../../lib/session/use-session';
import { GUIDES, type GuideSlug, SCREENS } from '../lib/guides';

interface GuideArticleProps {
  slug: GuideSlug;
  /** On phones the article has the page to itself, and a way back. */
  alone: boolean;
}

export function GuideArticle({ slug, alone }: GuideArticleProps) {
  const { t } = useTranslation('tutorial');
  const id = useId();
  const index = GUIDES.findIndex((guide) => guide.slug === slug);
  const screen = GUIDES[index]?.screen ?? 'conversations';
  const next = GUIDES[index + 1]?.slug;
  const { to, role } = SCREENS[screen];
  const mayOpen = useMay(role);
  return (
    <article
      aria-labelledby={id}
      className={alone ? undefined : 'rounded-card border border-hairline bg-surface p-6 lg:p-8'}
    >
      {alone && (
        <Link to="/tutoriais" className={`${buttonClass('quiet')} mb-3 -ml-3`}>
          <ArrowLeft aria-hidden />
          {t('back')}
        </Link>
      )}
      <h2 id={id} className="text-lg font-semibold text-balance">
        {t(`guides.${slug}.title`)}
      </h2>
      <p className="mt-1 max-w-prose text-text-2">{t(`guides.${slug}.summary`)}</p>
      <h3 className="sr-only">{t('steps')}</h3>
      <ol className="mt-6 flex max-w-prose flex-col gap-4">
        {t(`guides.${slug}.steps`, { returnObjects: true }).map((step, place) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden
              className="mt-px grid size-6 shrink-0 place-items-center rounded-full bg-raised text-sm font-semibold text-primary-text"
            >
              {place + 1}
            </span>
            <p className="min-w-0 flex-1">{step}</p>
          </li>
        ))}
      </ol>
      <section className="mt-7 max-w-prose rounded-card bg-raised px-4 py-3.5">
        <h3 className="font-semibold">{t('notes')}</h3>
        <ul className="mt-1.5 flex list-disc flex-col gap-1.5 pl-5 text-text-2">
          {t(`guides.${slug}.notes`, { returnObjects: true }).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        {mayOpen ? (
          <Link to={to} className={buttonClass('primary')}>
            {t(`open.${screen}`)}
          </Link>
        ) : (
          <p className="text-sm text-muted">{t('forbidden')}</p>
        )}
        {next !== undefined && (
          <Link
            to="/tutoriais"
            search={{ guide: next }}
            className={`${buttonClass('quiet')} h-auto min-h-8 shrink py-1 whitespace-normal`}
          >
            {t('next', { title: t(`guides.${next}.title`) })}
            <ArrowRight aria-hidden />
          </Link>
        )}
      </div>
    </article>
  );
}
