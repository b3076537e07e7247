import { Download, GitCompareArrows, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Chip } from '../../../components/chip';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import { useErrorToast } from '../../../components/use-error-toast';
import { useErrorWords } from '../../../components/use-error-words';
import { useFormat } from '../../../lib/format/use-format';
import { useMay } from '../../../lib/session/use-session';
import { flowRequests } from '../api/requests';
import type { Version } from '../api/shapes';
import { useRestore } from '../api/use-versions';
import { fileName, saveJson } from '../lib/save-file';

interface VersionCardProps {
  flowId: string;
  flowName: string;
  version: Version;
  onCompare: () => void;
}

export function VersionCard({ flowId, flowName, version, onCompare }: VersionCardProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const mayEdit = useMay('ORG_MANAGER');
  const tellError = useErrorToast();
  const [restoring, setRestoring] = useState(false);
  const { number, name, note, publishedBy, createdAt, runs, live } = version;
  const exportFile = () =>
    void flowRequests
      .exported(flowId, number)
      .then((document) => saveJson(fileName(`${flowName} v${number}`), document), tellError);
  return (
    <li className="rounded-card border border-hairline bg-surface p-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{t('versions.number', { number })}</span>
        {name !== '' && <span className="min-w-0 truncate">{name}</span>}
        {live && (
          <Chip tone="success" dot>
            {t('versions.live')}
          </Chip>
        )}
      </p>
      <p className="mt-1 text-sm text-muted">
        {t('versions.by', {
          name: publishedBy?.name ?? t('versions.nobody'),
          time: format.dateTime(createdAt),
        })}
      </p>
      {note !== '' && <p className="mt-2 break-words whitespace-pre-line text-text-2">{note}</p>}
      <p className="mt-2 text-sm text-text-2">
        {t('versions.runs', { count: runs.all, n: format.number(runs.all) })}
        {runs.open > 0 && ` · ${t('versions.inFlight', { count: runs.open })}`}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" icon={<GitCompareArrows aria-hidden />} onClick={onCompare}>
          {t('versions.compare')}
        </Button>
        {mayEdit && (
          <Button size="sm" icon={<Download aria-hidden />} onClick={exportFile}>
            {t('menu.export')}
          </Button>
        )}
        {mayEdit && (
          <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={() => setRestoring(true)}>
            {t('versions.restore')}
          </Button>
        )}
      </div>
      {restoring && <RestoreDialog flowId={flowId} number={number} onClose={() => setRestoring(false)} />}
    </li>
  );
}

function RestoreDialog(props: { flowId: string; number: number; onClose: () => void }) {
  const { t } = useTranslation(['flows', 'common']);
  const { flowId, number, onClose } = props;
  const errorWords = useErrorWords();
  const restore = useRestore(flowId);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('restore.title', { number })}
      description={t('restore.detail')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={restore.isPending}
            onClick={() =>
              restore.mutate(number, {
                onSuccess: () => {
                  showToast({ tone: 'success', title: t('restore.done', { number }) });
                  onClose();
                },
              })
            }
          >
            {t('versions.restore')}
          </Button>
        </>
      }
    >
      {restore.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(restore.error).title}>
          {errorWords(restore.error).detail}
        </Notice>
      )}
    </Dialog>
  );
}
