import { Download, Eye, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { IconButton } from '../../../components/icon-button';
import { Listed } from '../../../components/listed';
import { MediaIcon } from '../../../components/media-icon';
import { useErrorToast } from '../../../components/use-error-toast';
import { useCompanyFiles, useFetchFileLink } from '../../../lib/api/company-file-queries';
import type { CompanyFile } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { saveFrom } from '../../../lib/save-from';
import { FilePreview } from './file-preview';
import { FileUses } from './file-uses';
import { RemoveFile } from './remove-file';
import { UploadDialog } from './upload-dialog';

/** What automations send: pictures, recordings, films, documents. */
export function FilesCard() {
  const { t } = useTranslation('integrations');
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<File>();
  const [shown, show] = useState<CompanyFile>();
  const [removed, setRemoved] = useState<CompanyFile>();
  return (
    <Card
      title={t('files.title')}
      description={t('files.detail')}
      aside={
        <Button icon={<Upload aria-hidden />} onClick={() => picker.current?.click()} className="shrink-0">
          {t('files.upload')}
        </Button>
      }
    >
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('files.upload')}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      <Listed query={useCompanyFiles()} empty={t('files.empty')} label={t('files.title')}>
        {(file) => <FileLine file={file} onShow={() => show(file)} onRemove={() => setRemoved(file)} />}
      </Listed>
      {chosen !== undefined && <UploadDialog file={chosen} onClose={() => choose(undefined)} />}
      {shown !== undefined && <FilePreview file={shown} onClose={() => show(undefined)} />}
      {removed !== undefined && <RemoveFile file={removed} onClose={() => setRemoved(undefined)} />}
    </Card>
  );
}

interface FileLineProps {
  file: CompanyFile;
  onShow: () => void;
  onRemove: () => void;
}

function FileLine({ file, onShow, onRemove }: FileLineProps) {
  const { t } = useTranslation('integrations');
  const format = useFormat();
  const fetchLink = useFetchFileLink();
  const showError = useErrorToast();
  const { id, name, kind, bytes, usedBy } = file;
  const save = async () => {
    try {
      saveFrom(await fetchLink(id), name);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <MediaIcon kind={kind} className="size-4 shrink-0 text-muted max-sm:hidden" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="block truncate text-sm text-muted">
          {t(`files.kind.${kind}`)} · {format.bytes(bytes)}
        </span>
        <FileUses usedBy={usedBy} />
      </span>
      <span className="flex shrink-0">
        {kind === 'document' ? (
          <IconButton
            label={t('files.saveOf', { name })}
            icon={<Download aria-hidden />}
            onClick={() => void save()}
          />
        ) : (
          <IconButton label={t('files.show', { name })} icon={<Eye aria-hidden />} onClick={onShow} />
        )}
        <IconButton label={t('remove.of', { name })} icon={<Trash2 aria-hidden />} onClick={onRemove} />
      </span>
    </>
  );
}
