import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import { usePageTitle } from '../lib/use-page-title';

interface PageProps {
  title: string;
  description?: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Above the bottom edge while there is something to save. */
  footer?: ReactNode;
  width?: 'md' | 'lg';
}

/** A page that scrolls as one, under its heading. */
export function Page({ title, description, actions, children, footer, width = 'lg' }: PageProps) {
  usePageTitle(title);
  const measure = cx('mx-auto w-full', width === 'md' ? 'max-w-[880px]' : 'max-w-[1240px]');
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className={cx(measure, 'px-4 pt-5 pb-10 sm:px-8 sm:pt-8')}>
          <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <h1 className="text-lg font-semibold sm:text-xl">{title}</h1>
              {description !== undefined && <p className="mt-1 max-w-prose text-text-2">{description}</p>}
            </div>
            {actions}
          </header>
          {children}
        </div>
      </div>
      {footer}
    </div>
  );
}
