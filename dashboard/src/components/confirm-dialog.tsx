import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { useErrorWords } from './use-error-words';

interface ConfirmDialogProps {
  title: string;
  description: string;
  /** On the button that does it. */
  action: string;
  /** On the one that does not; "cancel". */
  keep?: string;
  busy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  /** More about a refusal. */
  children?: ReactNode;
}

/** Asked before something goes; a refusal says why, and stays. */
export function ConfirmDialog({ title, description, action, keep, ...rest }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { busy, error, onConfirm, onClose, children } = rest;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {keep ?? t('action.cancel')}
          </Button>
          <Button variant="danger" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(error).title}>
          {errorWords(error).detail}
          {children}
        </Notice>
      )}
    </Dialog>
  );
}
