import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useFileLink } from '../../../lib/api/company-file-queries';
import type { CompanyFile } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { saveFrom } from '../../../lib/save-from';

/** A file as a customer will see or hear it. */
export function FilePreview({ file, onClose }: { file: CompanyFile; onClose: () => void }) {
  const { t } = useTranslation(['integrations', 'common']);
  const format = useFormat();
  const link = useFileLink(file.id);
  const url = link.data;
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={<span className="break-words">{file.name}</span>}
      description={`${t(`files.kind.${file.kind}`)} · ${format.bytes(file.bytes)}`}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.close')}
          </Button>
          <Button
            icon={<Download aria-hidden />}
            disabled={url === undefined}
            onClick={() => url !== undefined && saveFrom(url, file.name)}
          >
            {t('files.save')}
          </Button>
        </>
      }
    >
      {link.isError ? (
        <ErrorState error={link.error} onRetry={() => void link.refetch()} retrying={link.isFetching} />
      ) : url === undefined ? (
        <Loading>
          <Skeleton className={file.kind === 'audio' ? 'h-14' : 'h-64'} />
        </Loading>
      ) : (
        <Shown file={file} url={url} />
      )}
    </Dialog>
  );
}

function Shown({ file: { kind, name }, url }: { file: CompanyFile; url: string }) {
  const { t } = useTranslation('integrations');
  const [broken, setBroken] = useState(false);
  const common = { src: url, onError: () => setBroken(true) };
  const frame = 'mx-auto max-h-[60dvh] max-w-full rounded-control object-contain';
  // Not every browser plays what every telephone does.
  if (broken) return <p className="text-text-2">{t('files.notShown')}</p>;
  if (kind === 'image') return <img {...common} alt={name} className={frame} />;
  if (kind === 'video') return <video {...common} controls playsInline aria-label={name} className={frame} />;
  return <audio {...common} controls aria-label={name} className="w-full" />;
}
