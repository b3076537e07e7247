import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import { ApiError } from '../../../lib/api/api-error';
import type { FlowRow } from '../api/shapes';
import { useRemoveFlow, useSwitchFlow } from '../api/use-flows';

/** Gone with its versions and runs. While runs are under way the API refuses (409) until it is said what becomes of them. */
export function DeleteFlowDialog({ flow, onClose }: { flow: FlowRow; onClose: () => void }) {
  const { t } = useTranslation(['flows', 'common']);
  const errorWords = useErrorWords();
  const remove = useRemoveFlow();
  const turn = useSwitchFlow();
  const inUse = remove.error instanceof ApiError && remove.error.code === 'runs_in_flight';
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
          {inUse && flow.status === 'active' && (
            <Button
              busy={turn.isPending}
              onClick={() => turn.mutate({ id: flow.id, on: false }, { onSuccess: onClose })}
            >
              {t('delete.pauseInstead')}
            </Button>
          )}
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(
                { id: flow.id, force: inUse },
                {
                  onSuccess: () => {
                    showToast({ tone: 'success', title: t('delete.done', { name: flow.name }) });
                    onClose();
                  },
                },
              )
            }
          >
            {t(inUse ? 'delete.force' : 'delete.action')}
          </Button>
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
