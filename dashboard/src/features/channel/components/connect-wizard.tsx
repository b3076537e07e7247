import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import type { Channel } from '../../../lib/api/types';
import { NameStep } from './name-step';
import { PairStep } from './pair-step';

/** Name, code, connected. Where it stands is in the address: a reload does not lose it. */
export function ConnectWizard({ channels }: { channels: Channel[] | undefined }) {
  const { t } = useTranslation('channel');
  const { connect } = useSearch({ from: '/shell/whatsapp' });
  const navigate = useNavigate({ from: '/whatsapp' });
  const channel = channels?.find(({ id }) => id === connect);
  const close = () => void navigate({ to: '.', search: {} });
  const isGone =
    connect !== undefined && connect !== 'new' && channels !== undefined && channel === undefined;
  return (
    <Dialog
      open={connect === 'new' || channel !== undefined || isGone}
      onClose={close}
      title={channel === undefined ? t('wizard.title') : t('wizard.titleOf', { name: channel.name })}
      width="lg"
    >
      {connect === 'new' && (
        <NameStep
          onCreated={(created) => void navigate({ to: '.', search: { connect: created.id }, replace: true })}
        />
      )}
      {channel !== undefined && <PairStep key={channel.id} channel={channel} onDone={close} />}
      {isGone && <Notice tone="warning">{t('wizard.gone')}</Notice>}
    </Dialog>
  );
}
