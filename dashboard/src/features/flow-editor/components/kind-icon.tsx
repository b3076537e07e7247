import { cx } from '../../../lib/cx';
import { LOOK_CLASS, lookOf } from '../lib/node-look';

export function KindIcon({ kind, className }: { kind: string; className?: string }) {
  const { icon: Icon, look } = lookOf(kind);
  return (
    <span
      aria-hidden
      className={cx(
        'grid size-6 shrink-0 place-items-center rounded-xs [&_svg]:size-3.5',
        LOOK_CLASS[look].chip,
        LOOK_CLASS[look].text,
        className,
      )}
    >
      <Icon />
    </span>
  );
}
