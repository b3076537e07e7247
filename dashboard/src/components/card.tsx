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
      <div className="mb-5 flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id={id} className="text-md font-semibold">
            {title}
          </h2>
          {description !== undefined && <p className="mt-1 text-text-2">{description}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
