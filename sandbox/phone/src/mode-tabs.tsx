import { MessageCircle, Store, Wrench, type LucideIcon } from 'lucide-react';
import { classNames } from './components/class-names';
import { strings } from './strings';
import { useRoute, writeRoute, type Mode } from './use-route';

const modes: { mode: Mode; icon: LucideIcon }[] = [
  { mode: 'customer', icon: MessageCircle },
  { mode: 'business', icon: Store },
  { mode: 'backstage', icon: Wrench },
];

/** Links, so that each mode has an address and opens in a tab of its own. */
export function ModeTabs({ mode: current, isShort = false }: { mode: Mode; isShort?: boolean }) {
  const { person, instance } = useRoute();
  const names = isShort ? strings.modesShort : strings.modes;
  return (
    <ul className={classNames('flex', isShort ? 'h-14' : 'h-14 justify-center gap-1')}>
      {modes.map(({ mode, icon: Icon }) => (
        <li key={mode} className={classNames('flex', isShort && 'flex-1')}>
          <a
            href={writeRoute({ mode, person, instance: mode === 'business' ? instance : undefined })}
            aria-current={mode === current ? 'page' : undefined}
            className={classNames(
              'flex items-center justify-center transition-colors',
              isShort
                ? 'flex-1 flex-col gap-0.5 text-xs'
                : 'gap-2 border-b-2 px-4 pt-0.5 font-medium whitespace-nowrap',
              mode === current
                ? 'border-primary-text text-primary-text'
                : 'border-transparent text-text-2 hover:text-text',
            )}
          >
            <Icon className={isShort ? 'size-5' : 'size-4'} aria-hidden />
            {names[mode]}
          </a>
        </li>
      ))}
    </ul>
  );
}
