import type { ReactNode } from 'react';
import { cx } from '../lib/cx';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  /** Where it is all there is on a page. */
  heading?: boolean;
  className?: string;
}

/** Nothing here, why, and the one thing to do. */
export function EmptyState({
  icon,
  title,
  description,
  action,
  heading = false,
  className,
}: EmptyStateProps) {
  const Title = heading ? 'h1' : 'p';
  return (
    <div
      className={cx(
        'mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center [&>span>svg]:size-6',
        className,
      )}
    >
      <span aria-hidden className="mb-2 grid size-12 place-items-center rounded-full bg-raised text-muted">
        {icon}
      </span>
      <Title className="text-md font-semibold text-balance">{title}</Title>
      {description !== undefined && <p className="text-balance text-text-2">{description}</p>}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  );
}
