import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  hint?: string;
  children?: ReactNode;
}

/** What a place says when there is nothing in it, and what to do about that. */
export function Empty({ icon: Icon, title, hint, children }: EmptyProps) {
  return (
    <div className="m-auto flex max-w-xs flex-col items-center gap-3 p-6 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-raised text-primary-text">
        <Icon className="size-6" aria-hidden />
      </span>
      <p className="text-base font-semibold">{title}</p>
      {hint !== undefined && <p className="text-text-2">{hint}</p>}
      {children}
    </div>
  );
}
