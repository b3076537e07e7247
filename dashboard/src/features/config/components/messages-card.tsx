import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { MESSAGE_NAMES } from '../lib/config-form';
import { MessageField } from './message-field';

export function MessagesCard() {
  const { t } = useTranslation('config');
  return (
    <Card title={t('messages.title')} description={t('messages.detail')}>
      <div className="flex flex-col divide-y divide-hairline">
        {MESSAGE_NAMES.map((name) => (
          <MessageField key={name} name={name} />
        ))}
      </div>
    </Card>
  );
}
