import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import { ApiError } from '../../../lib/api/api-error';
import type { FlowRow } from '../api/shapes';
import { useRemoveFlow, useSwitchFlow } from '../api/use-flows';

/** Gone with its versions and runs. The API refuses (409) while runs are under way or others call it. */
export function DeleteFlowDialog({ flow, onClose }: { flow: FlowRow; onClose: () => void }) {
  const { t } = useTranslation(['flows', 'common']);
  const errorWords = useErrorWords();
  const remove = useRemoveFlow();
  const turn = useSwitchFlow();
  const inUse = remove.error instanceof ApiError && remove.error.status === 409;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('delete.title', { name: flow.name })}
      description={t('delete.detail')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          {inUse && flow.status === 'active' ? (
            <Button
              variant="primary"
              busy={turn.isPending}
              onClick={() => turn.mutate({ id: flow.id, on: false }, { onSuccess: onClose })}
            >
              {t('delete.pauseInstead')}
            </Button>
          ) : (
            <Button
              variant="danger"
              busy={remove.isPending}
              onClick={() =>
                remove.mutate(flow.id, {
                  onSuccess: () => {
                    showToast({ tone: 'success', title: t('delete.done', { name: flow.name }) });
                    onClose();
                  },
                })
              }
            >
              {t('delete.action')}
            </Button>
          )}
        </>
      }
    >
      {flow.runs.waiting > 0 && remove.error === null && (
        <Notice tone="warning">{t('delete.waiting', { count: flow.runs.waiting })}</Notice>
      )}
      {remove.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(remove.error).title}>
          {errorWords(remove.error).detail}
        </Notice>
      )}
      {turn.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(turn.error).title}>
          {errorWords(turn.error).detail}
        </Notice>
      )}
    </Dialog>
  );
}
