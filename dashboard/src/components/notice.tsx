import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';

const TONES = {
  info: { icon: Info, text: 'text-info', edge: 'border-info/35 bg-info/8' },
  success: { icon: CircleCheck, text: 'text-success', edge: 'border-success/35 bg-success/8' },
  warning: { icon: TriangleAlert, text: 'text-warning', edge: 'border-warning/40 bg-warning/8' },
  danger: { icon: CircleAlert, text: 'text-danger', edge: 'border-danger/40 bg-danger/8' },
};

interface NoticeProps {
  tone: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
  className?: string;
}

/** A sentence that belongs to the place where it stands. */
export function Notice({ tone, title, children, action, role, className }: NoticeProps) {
  const { icon: Icon, text, edge } = TONES[tone];
  return (
    <div
      role={role}
      className={cx('flex items-start gap-3 rounded-card border px-3.5 py-2.5', edge, className)}
    >
      <Icon aria-hidden className={cx('mt-0.5 size-[18px] shrink-0', text)} />
      <div className="min-w-0 flex-1 break-words">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-text-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}
