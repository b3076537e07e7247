import type { InstanceView } from '../../../control/views';
import { strings } from '../strings';
import { go } from '../use-route';
import { nameOf } from './name-of';

/** The list of numbers where there is no room for one. */
export function NumberSelect({ instances, current }: { instances: InstanceView[]; current: string }) {
  return (
    <label className="flex items-center gap-2 text-[13px] text-text-2">
      {strings.business.pickNumber}
      <select
        value={current}
        onChange={({ target }) => go({ mode: 'business', instance: target.value })}
        className="h-11 min-w-0 flex-1 rounded-control border border-control bg-canvas px-2 text-text"
      >
        {instances.map((instance) => (
          <option key={instance.name} value={instance.name}>
            {nameOf(instance)}
          </option>
        ))}
      </select>
    </label>
  );
}
