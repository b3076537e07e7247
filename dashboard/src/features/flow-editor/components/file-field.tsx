import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TO_CHOOSE } from '../../../../../domain/flow/portable';
import { fileMaxBytes, MEDIA_RULES } from '../../../../../domain/media/media-rules';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useUploadWords } from '../../../components/use-upload-words';
import { type FileKind, useCompanyFiles, useUploadFile } from '../../../lib/api/company-file-queries';
import type { CompanyFile } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { readAt } from '../lib/at-path';
import { useDocument, useEditorParts } from '../lib/editor-context';
import type { SettingProps } from '../lib/setting-props';

const MB = 1_048_576;

/** One of the company's files of the block's kind, or a new one. What it is goes into the settings, to be checked. */
export function FileField({ nodeId, path, value, errorAt, onChange }: SettingProps) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const format = useFormat();
  const uploadWords = useUploadWords();
  const kind = useKind(nodeId);
  const files = useCompanyFiles().data;
  const upload = useUploadFile();
  const input = useRef<HTMLInputElement>(null);
  const fileId = readAt(value, ['fileId']);
  const chosen = typeof fileId === 'string' ? fileId : '';
  const offered = files?.filter((file) => file.kind === kind) ?? [];
  const isKnown = offered.some(({ id }) => id === chosen);
  const most = fileMaxBytes(kind) / MB;
  return (
    <>
      <Field
        label={t('file.label')}
        hint={t('file.hint', { most })}
        error={upload.isError ? uploadWords(upload.error, kind) : errorAt(`${path}.fileId`)}
      >
        {(control) => (
          <Select
            {...control}
            disabled={readOnly}
            value={chosen}
            onChange={({ target }) => {
              upload.reset();
              const file = offered.find(({ id }) => id === target.value);
              if (file) onChange(settingsOf(file));
            }}
          >
            <option value="">{t('choose')}</option>
            {chosen !== '' && !isKnown && (
              <option value={chosen}>
                {chosen === TO_CHOOSE
                  ? t('reference.toChoose')
                  : t(files ? 'file.other' : 'reference.loading')}
              </option>
            )}
            {offered.map(({ id, name, bytes }) => (
              <option key={id} value={id}>
                {name} · {format.bytes(bytes)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {!readOnly && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('file.upload')}
            accept={MEDIA_RULES[kind].types?.join(',')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) upload.mutate({ file, kind }, { onSuccess: (kept) => onChange(settingsOf(kept)) });
              target.value = '';
            }}
          />
          <Button
            size="sm"
            icon={<Upload aria-hidden />}
            busy={upload.isPending}
            onClick={() => input.current?.click()}
            className="self-start"
          >
            {t('file.upload')}
          </Button>
        </>
      )}
    </>
  );
}

/** What the block sends; a document while that is not chosen. */
function useKind(nodeId: string): FileKind {
  const node = useDocument().nodes.find(({ id }) => id === nodeId);
  const type = node?.settings['type'];
  return type === 'image' || type === 'audio' || type === 'video' ? type : 'document';
}

const settingsOf = ({ id, mimetype, bytes }: Pick<CompanyFile, 'id' | 'mimetype' | 'bytes'>) => ({
  by: 'file',
  fileId: id,
  mimeType: mimetype,
  bytes,
});
