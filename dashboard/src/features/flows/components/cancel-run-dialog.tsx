import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useCancelRun } from '../api/use-runs';

export function CancelRunDialog({ runId, onClose }: { runId: string; onClose: () => void }) {
  const { t } = useTranslation('flows');
  const cancel = useCancelRun();
  return (
    <ConfirmDialog
      title={t('cancelRun.title')}
      description={t('cancelRun.detail')}
      action={t('run.cancel')}
      keep={t('cancelRun.keep')}
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate(runId, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
