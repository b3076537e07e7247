import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { FaqCard, ProblemsCard } from './answers-card';
import { ContactCard } from './contact-card';
import { DiagnosticsCard } from './diagnostics-card';
import { StatusCard } from './status-card';

export function SupportPage() {
  const { t } = useTranslation('support');
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <StatusCard />
          <ProblemsCard />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <ContactCard />
          <DiagnosticsCard />
          <FaqCard />
        </div>
      </div>
    </Page>
  );
}
