import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { useErrorWords } from '../../../components/use-error-words';

interface RemoveDialogProps {
  item: { id: string; name: string };
  /** What becomes of what refers to it. */
  consequence: string;
  remove: UseMutationResult<unknown, Error, string>;
  onRemoved?: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asked before anything goes; a refusal says why, and stays. */
export function RemoveDialog({ item, consequence, remove, onRemoved, onClose, children }: RemoveDialogProps) {
  const { t } = useTranslation(['integrations', 'common']);
  const errorWords = useErrorWords();
  const done = () => {
    onClose();
    onRemoved?.();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('remove.title', { name: item.name })}
      description={consequence}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(item.id, { onSuccess: done })}
          >
            {t('common:action.remove')}
          </Button>
        </>
      }
    >
      {remove.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(remove.error).title}>
          {errorWords(remove.error).detail}
          {children}
        </Notice>
      )}
    </Dialog>
  );
}
