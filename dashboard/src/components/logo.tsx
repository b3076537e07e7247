import { useId } from 'react';
import { cx } from '../lib/cx';

/** A P that is a speech bubble. */
export function Logo({ className }: { className?: string }) {
  const gradient = useId();
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cx('shrink-0', className)}>
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#7c3aed" />
          <stop offset="1" stopColor="#db2777" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="10" fill={`url(#${gradient})`} />
      <path d="M11 24V11.5A3.5 3.5 0 0 1 14.5 8H17a6 6 0 0 1 0 12h-2.5L11 24Z" fill="#fff" />
      <circle cx="14.6" cy="14" r="1.35" fill="#8b35d6" />
      <circle cx="18.9" cy="14" r="1.35" fill="#b02fa6" />
    </svg>
  );
}
