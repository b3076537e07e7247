import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx';

interface CardProps {
  title: string;
  description?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A named part of a page. */
export function Card({ title, description, aside, children, className }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx('rounded-card border border-hairline bg-surface p-5 sm:p-6', className)}
    >
      {/* On a phone the description has the whole width, under the title and what stands beside it. */}
      <div className="mb-5 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:items-start">
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        {aside !== undefined && <div className="sm:row-span-2">{aside}</div>}
        {description !== undefined && (
          <p className="col-span-2 mt-1 text-text-2 sm:col-span-1 sm:col-start-1">{description}</p>
        )}
      </div>
      {children}
    </section>
  );
}
