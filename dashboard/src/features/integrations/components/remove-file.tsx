import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../lib/api/api-error';
import { useRemoveFile } from '../../../lib/api/company-file-queries';
import type { CompanyFile } from '../../../lib/api/types';
import { RemoveDialog } from './remove-dialog';

/** A file that a published automation sends stays; one that a draft names leaves a gap there. */
export function RemoveFile({ file, onClose }: { file: CompanyFile; onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const remove = useRemoveFile();
  const inUse = remove.error instanceof ApiError && remove.error.code === 'file_in_use';
  const named = (acts: boolean) =>
    file.usedBy
      .filter((use) => use.acts === acts)
      .map(({ name }) => `“${name}”`)
      .join(', ');
  const [acting, drafts] = [named(true), named(false)];
  return (
    <RemoveDialog
      item={file}
      consequence={
        acting !== ''
          ? t('files.removalUsed', { names: acting })
          : drafts !== ''
            ? t('files.removalDrafts', { names: drafts })
            : t('files.removal')
      }
      remove={remove}
      onClose={onClose}
    >
      {/* Not known when the question was asked. */}
      {inUse && acting === '' && <p className="mt-1">{t('files.inUse')}</p>}
    </RemoveDialog>
  );
}
