import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx';

/** Skeletons in the shape of what comes, after 200 ms; screen readers hear one sentence instead. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={cx('appear-late', className)}>
      <span className="sr-only">{t('loading')}</span>
      <div aria-hidden className="contents">
        {children}
      </div>
    </div>
  );
}
