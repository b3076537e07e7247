import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { TIMING_NAMES } from '../lib/config-form';
import { DurationInput } from './duration-input';

export function TimingCard() {
  const { t } = useTranslation('config');
  return (
    <Card title={t('timing.title')} description={t('timing.detail')}>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {TIMING_NAMES.map((name) => (
          <DurationInput key={name} name={name} />
        ))}
      </div>
    </Card>
  );
}
