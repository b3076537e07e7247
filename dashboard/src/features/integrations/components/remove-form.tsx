import { useTranslation } from 'react-i18next';
import type { PublicForm } from '../../../lib/api/types';
import { useRemoveForm } from '../api/use-forms';
import { RemoveDialog } from './remove-dialog';

/** A form goes with all that was sent with it. */
export function RemoveForm(props: { form: PublicForm; onRemoved?: () => void; onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const { form, ...rest } = props;
  return (
    <RemoveDialog
      item={form}
      consequence={t('forms.removal', { count: form.submissions })}
      remove={useRemoveForm()}
      {...rest}
    />
  );
}
