import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fileMaxBytes } from '../../../domain/media/media-rules';
import { ApiError } from '../lib/api/api-error';
import { type FileKind, FileTooLargeError } from '../lib/api/company-file-queries';
import { useFormat } from '../lib/format/use-format';
import { useErrorWords } from './use-error-words';

/** Why a file was not kept, for whoever chose it. */
export function useUploadWords(): (error: unknown, kind: FileKind) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  return useCallback(
    (error, kind) => {
      const status = error instanceof ApiError ? error.status : undefined;
      if (error instanceof FileTooLargeError || status === 413) {
        return t('upload.tooLarge', { most: format.bytes(fileMaxBytes(kind)) });
      }
      if (error instanceof ApiError && status === 400) {
        const wrong = error.fields.map(({ path }) => path);
        if (wrong.includes('name')) return t('upload.tooMany');
        return t(wrong.includes('body') ? 'upload.empty' : 'upload.wrongKind');
      }
      const { title, detail } = errorWords(error);
      return `${title}. ${detail}`;
    },
    [t, format, errorWords],
  );
}
