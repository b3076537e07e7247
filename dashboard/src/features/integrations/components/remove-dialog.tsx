import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog';

interface RemoveDialogProps {
  item: { id: string; name: string };
  /** What becomes of what refers to it. */
  consequence: string;
  remove: UseMutationResult<unknown, Error, string>;
  onRemoved?: () => void;
  onClose: () => void;
  children?: ReactNode;
}

export function RemoveDialog({ item, consequence, remove, onRemoved, onClose, children }: RemoveDialogProps) {
  const { t } = useTranslation(['integrations', 'common']);
  const done = () => {
    onClose();
    onRemoved?.();
  };
  return (
    <ConfirmDialog
      title={t('remove.title', { name: item.name })}
      description={consequence}
      action={t('common:action.remove')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(item.id, { onSuccess: done })}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  );
}
