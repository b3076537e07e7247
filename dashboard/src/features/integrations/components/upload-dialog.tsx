import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MEDIA_KINDS } from '../../../../../domain/media/media';
import { fileMaxBytes, kindOfFile } from '../../../../../domain/media/media-rules';
import { EditDialog } from '../../../components/edit-dialog';
import { Field } from '../../../components/field';
import { MediaIcon } from '../../../components/media-icon';
import { Select } from '../../../components/select';
import { showToast } from '../../../components/toast';
import { useUploadWords } from '../../../components/use-upload-words';
import { type FileKind, useUploadFile } from '../../../lib/api/company-file-queries';
import { useFormat } from '../../../lib/format/use-format';

/** As what a chosen file is to be sent, before it is kept. */
export function UploadDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const format = useFormat();
  const uploadWords = useUploadWords();
  const upload = useUploadFile();
  const [kind, setKind] = useState<FileKind>(() => kindOfFile(file.type));
  const save = () =>
    upload.mutate(
      { file, kind },
      {
        onSuccess: ({ name }) => {
          onClose();
          showToast({ tone: 'success', title: t('files.kept', { name }) });
        },
      },
    );
  return (
    <EditDialog
      title={t('files.uploadTitle')}
      incomplete={false}
      saving={upload.isPending}
      // Said beside the choice it is about.
      error={null}
      onSave={save}
      onClose={onClose}
    >
      <p className="flex min-w-0 items-center gap-3 rounded-card border border-hairline bg-raised px-3 py-2.5">
        <MediaIcon kind={kind} className="size-5 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium" title={file.name}>
            {file.name}
          </span>
          <span className="block text-sm text-muted">{format.bytes(file.size)}</span>
        </span>
      </p>
      <Field
        label={t('files.sendAs')}
        hint={t('files.sendAsHint', {
          kinds: t(`files.takes.${kind}`),
          most: format.bytes(fileMaxBytes(kind)),
        })}
        error={upload.isError ? uploadWords(upload.error, kind) : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={({ target }) => {
              upload.reset();
              const next = MEDIA_KINDS.find((each) => each === target.value);
              if (next !== undefined) setKind(next);
            }}
          >
            {MEDIA_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`files.kind.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </EditDialog>
  );
}
