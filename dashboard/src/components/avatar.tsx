import { UserRound } from 'lucide-react';
import { cx } from '../lib/cx';
import { initialsOf } from '../lib/format/initials';

const SIZES = { sm: 'size-7 text-xs', md: 'size-9 text-sm', lg: 'size-10 text-base', xl: 'size-14 text-md' };

/** Initials; the name itself always stands beside it. */
export function Avatar({ name, size = 'lg' }: { name: string | null; size?: keyof typeof SIZES }) {
  const initials = initialsOf(name);
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 place-items-center rounded-full bg-bubble-contact font-semibold text-text-2 select-none',
        SIZES[size],
      )}
    >
      {initials === '' ? <UserRound className="size-1/2" /> : initials}
    </span>
  );
}
