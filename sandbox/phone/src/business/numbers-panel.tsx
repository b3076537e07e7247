import type { InstanceView } from '../../../control/views';
import { classNames } from '../components/class-names';
import { SidePanel } from '../components/side-panel';
import { strings } from '../strings';
import { useRoute, writeRoute } from '../use-route';
import { detailOf, nameOf } from './name-of';
import { StateChip } from './state-chip';

const words = strings.business;

export function NumbersPanel({
  instances,
  current,
}: {
  instances: InstanceView[];
  current: string | undefined;
}) {
  const { person } = useRoute();
  return (
    <SidePanel title={words.numbers} hint={words.numbersHint}>
      {instances.length === 0 ? (
        <p className="rounded-card border border-dashed border-control p-4 text-[13px] text-text-2">
          {words.noneHint}
        </p>
      ) : (
        <ul className="-mx-2 flex flex-col gap-1">
          {instances.map((instance) => (
            <li key={instance.name}>
              <a
                href={writeRoute({ mode: 'business', instance: instance.name, person })}
                aria-current={instance.name === current ? 'true' : undefined}
                className={classNames(
                  'flex items-center gap-2 rounded-card px-3 py-2 transition-colors hover:bg-raised',
                  instance.name === current && 'bg-raised ring-1 ring-primary-text',
                )}
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{nameOf(instance)}</span>
                  <span className="block truncate text-[13px] text-muted">{detailOf(instance)}</span>
                </span>
                <StateChip instance={instance} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
