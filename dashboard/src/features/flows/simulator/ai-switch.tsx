import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { useMay } from '../../../lib/session/use-session';
import type { SimulatorAction, SimulatorState } from './simulator';

interface AiSwitchProps {
  state: SimulatorState;
  act: (action: SimulatorAction) => void;
}

/** Whether the AI is asked for real. It costs: only who may change automations can. */
export function AiSwitch({ state, act }: AiSwitchProps) {
  const { t } = useTranslation('flows');
  const may = useMay('ORG_MANAGER');
  return (
    <Checkbox
      label={t('ai.real')}
      hint={t(may ? 'ai.realHint' : 'ai.managersOnly')}
      disabled={!may}
      checked={state.ai === 'real'}
      onChange={({ target }) => act({ type: 'ai', ai: target.checked ? 'real' : 'canned' })}
    />
  );
}
