import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Fault } from '../../../faults/fault';
import { call } from '../api/call';
import { stateQuery } from '../api/queries';
import { useCommand } from '../api/use-command';
import { Button } from '../components/button';
import { strings } from '../strings';
import { FaultSwitch } from './fault-switch';
import { PanelIntro } from './panel-intro';
import { isPreset, presetGroups } from './presets';

const words = strings.backstage;
const lasting = { once: 1, thrice: 3, always: undefined };
type Lasting = keyof typeof lasting;

export function FaultsPanel() {
  const { data: state } = useQuery(stateQuery);
  const [lasts, setLasts] = useState<Lasting>('always');
  const clear = useCommand(() => call('DELETE', 'faults'));
  const selectId = useId();
  const faults = state?.faults ?? [];
  const presets = presetGroups.flatMap((group) => group.presets);
  const others = faults.filter((fault) => !presets.some((preset) => isPreset(preset, fault)));
  return (
    <div className="flex flex-col gap-5">
      <PanelIntro text={words.faultsHint}>
        <label htmlFor={selectId} className="text-[13px] text-text-2">
          {words.lasts}
        </label>
        <select
          id={selectId}
          value={lasts}
          onChange={({ target }) => setLasts(lastingNamed(target.value))}
          className="h-9 rounded-control border border-control bg-canvas px-2"
        >
          {Object.entries(words.lastsFor).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        <Button disabled={faults.length === 0} onClick={() => clear.mutate()}>
          {words.clear}
        </Button>
      </PanelIntro>
      <div className="grid gap-4 md:grid-cols-2">
        {presetGroups.map((group) => (
          <section key={group.label} className="rounded-card border border-divider bg-surface p-4">
            <h2 className="mb-2 font-semibold">{group.label}</h2>
            <ul className="flex flex-col">
              {group.presets.map((preset) => (
                <FaultSwitch
                  key={preset.label}
                  preset={preset}
                  active={faults.find((fault) => isPreset(preset, fault))}
                  times={lasting[lasts]}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {others.length > 0 && <OtherFaults faults={others} />}
    </div>
  );
}

function lastingNamed(name: string): Lasting {
  return name === 'once' || name === 'thrice' ? name : 'always';
}

/** What a test or a terminal turned on. */
function OtherFaults({ faults }: { faults: Fault[] }) {
  const remove = useCommand((id: string) => call('DELETE', `faults/${id}`));
  return (
    <section className="rounded-card border border-divider bg-surface p-4">
      <h2 className="mb-2 font-semibold">{words.others}</h2>
      <ul className="flex flex-col gap-2">
        {faults.map(({ id, target, kind, hits }) => (
          <li key={id} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-mono text-[13px]">
                {target} · {kind}
              </span>
              <span className="text-xs text-muted">{words.hits(hits)}</span>
            </span>
            <Button onClick={() => remove.mutate(id)}>{words.turnOff}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
