import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';
import type { Fault } from '../../../faults/fault';
import { call } from '../api/call';
import { useCommand } from '../api/use-command';
import { strings } from '../strings';
import type { Preset } from './presets';

interface FaultSwitchProps {
  preset: Preset;
  active: Fault | undefined;
  times: number | undefined;
}

/** A trouble in one sentence, on or off. */
export function FaultSwitch({ preset, active, times }: FaultSwitchProps) {
  const labelId = useId();
  const turn = useCommand((isOn: boolean) =>
    isOn
      ? call('POST', 'faults', { ...preset.fault, ...(times === undefined ? {} : { times }) })
      : call('DELETE', `faults/${active?.id ?? ''}`),
  );
  return (
    <li className="flex min-h-[52px] items-center gap-3 border-b border-divider py-1 last:border-0">
      <span className="min-w-0 flex-1">
        <span id={labelId} className="block">
          {preset.label}
        </span>
        {active !== undefined && <span className="block text-xs text-warning">{standing(active)}</span>}
      </span>
      <Switch.Root
        aria-labelledby={labelId}
        checked={active !== undefined}
        onCheckedChange={(isOn) => turn.mutate(isOn)}
        className="flex h-6 w-11 shrink-0 items-center rounded-full border border-control bg-raised p-0.5 transition-colors data-checked:border-primary data-checked:bg-primary"
      >
        <Switch.Thumb className="size-[18px] rounded-full bg-text-2 transition-transform data-checked:translate-x-5 data-checked:bg-white" />
      </Switch.Root>
    </li>
  );
}

function standing({ times, hits }: Fault): string {
  const { left, hits: happened, armed } = strings.backstage;
  if (times !== undefined) return left(times - hits);
  return hits === 0 ? armed : happened(hits);
}
