import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Checkbox } from '../../../components/checkbox';
import { playCall } from '../../../lib/notify/call-person';
import { allowSystemNotifications, notifyStores, setNotify } from '../../../lib/notify/notify-settings';
import { useStore } from '../../../lib/use-store';

/** How this browser calls when a customer waits for a person. */
export function NotifyCard() {
  const { t } = useTranslation('profile');
  const sound = useStore(notifyStores.sound) === 'on';
  const system = useStore(notifyStores.system) === 'on';
  const [refused, setRefused] = useState(false);
  const switchSystem = async (on: boolean) => {
    const allowed = on && (await allowSystemNotifications());
    setRefused(on && !allowed);
    setNotify('system', allowed ? 'on' : 'off');
  };
  return (
    <Card title={t('notify.title')} description={t('notify.detail')}>
      <div className="flex flex-col gap-3">
        <Checkbox
          label={t('notify.sound')}
          checked={sound}
          onChange={({ target }) => {
            setNotify('sound', target.checked ? 'on' : 'off');
            if (target.checked) playCall();
          }}
        />
        <Checkbox
          label={t('notify.system')}
          hint={refused ? <span role="alert">{t('notify.refused')}</span> : t('notify.systemDetail')}
          checked={system}
          onChange={(event) => void switchSystem(event.target.checked)}
        />
      </div>
    </Card>
  );
}
