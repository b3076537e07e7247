import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MEDIA_RULES } from '../../../../../domain/flow/nodes/send_media/node';
import { TO_CHOOSE } from '../../../../../domain/flow/portable';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useErrorWords } from '../../../components/use-error-words';
import { useFormat } from '../../../lib/format/use-format';
import { useTenantId } from '../../../lib/session/use-session';
import { type CompanyFile, type FileKind, fetchFiles, filesKey, uploadFile } from '../api/files';
import { readAt } from '../lib/at-path';
import { useDocument, useEditorParts } from '../lib/editor-context';
import type { SettingProps } from '../lib/setting-props';

/** The most that the API takes of any kind, in MB. */
const MOST_MB = 16;
const MB = 1_048_576;

/** One of the company's files of the block's kind, or a new one. What it is goes into the settings, to be checked. */
export function FileField({ nodeId, path, value, errorAt, onChange }: SettingProps) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const format = useFormat();
  const errorWords = useErrorWords();
  const kind = useKind(nodeId);
  const { files, upload } = useFiles(kind, (file) => onChange(settingsOf(file)));
  const input = useRef<HTMLInputElement>(null);
  const fileId = readAt(value, ['fileId']);
  const chosen = typeof fileId === 'string' ? fileId : '';
  const offered = files?.filter((file) => file.kind === kind) ?? [];
  const isKnown = offered.some(({ id }) => id === chosen);
  const most = Math.min(MOST_MB, MEDIA_RULES[kind].most);
  return (
    <>
      <Field
        label={t('file.label')}
        hint={t('file.hint', { most })}
        error={
          upload.isError ? whyNot(upload.error, errorWords, t('file.refused')) : errorAt(`${path}.fileId`)
        }
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
              if (file) upload.mutate(file);
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

function useFiles(kind: FileKind, onUploaded: (file: CompanyFile) => void) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  const queryKey = filesKey(tenantId);
  const files = useQuery({ queryKey, queryFn: ({ signal }) => fetchFiles(signal), staleTime: 30_000 }).data;
  const upload = useMutation({
    mutationFn: (file: File) => {
      if (file.size > Math.min(MOST_MB, MEDIA_RULES[kind].most) * MB) throw new TooLarge();
      return uploadFile(file, kind);
    },
    onSuccess: (file) => {
      queries.setQueryData<CompanyFile[]>(queryKey, (before = []) => [file, ...before]);
      onUploaded(file);
    },
  });
  return { files, upload };
}

/** Found out before anything is sent. */
class TooLarge extends Error {}

function whyNot(error: Error, words: ReturnType<typeof useErrorWords>, refused: string): string {
  const isWrong =
    error instanceof TooLarge || ('status' in error && (error.status === 400 || error.status === 413));
  return isWrong ? refused : words(error).title;
}

const settingsOf = ({ id, mimetype, bytes }: CompanyFile) => ({
  by: 'file',
  fileId: id,
  mimeType: mimetype,
  bytes,
});
