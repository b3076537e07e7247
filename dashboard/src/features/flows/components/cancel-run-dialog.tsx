import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { useErrorWords } from '../../../components/use-error-words';
import { useCancelRun } from '../api/use-runs';

export function CancelRunDialog({ runId, onClose }: { runId: string; onClose: () => void }) {
  const { t } = useTranslation('flows');
  const errorWords = useErrorWords();
  const cancel = useCancelRun();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('cancelRun.title')}
      description={t('cancelRun.detail')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('cancelRun.keep')}
          </Button>
          <Button
            variant="danger"
            busy={cancel.isPending}
            onClick={() => cancel.mutate(runId, { onSuccess: onClose })}
          >
            {t('run.cancel')}
          </Button>
        </>
      }
    >
      {cancel.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(cancel.error).title}>
          {errorWords(cancel.error).detail}
        </Notice>
      )}
    </Dialog>
  );
}
