import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { useErrorWords } from './use-error-words';

interface EditDialogProps {
  title: string;
  /** What may not be saved yet. */
  incomplete: boolean;
  saving: boolean;
  error: unknown;
  onSave: () => void;
  /** Where it may be removed. */
  onRemove?: (() => void) | undefined;
  removing?: boolean;
  width?: 'md' | 'lg' | 'xl';
  onClose: () => void;
  children: ReactNode;
}

/** Something of a list, made or changed. */
export function EditDialog(props: EditDialogProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { error, onRemove } = props;
  const save = () => {
    if (!props.incomplete && !props.saving) props.onSave();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      width={props.width ?? 'md'}
      footer={
        <>
          {onRemove !== undefined && (
            <Button variant="danger" busy={props.removing === true} onClick={onRemove} className="sm:mr-auto">
              {t('action.remove')}
            </Button>
          )}
          <Button variant="ghost" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="primary" disabled={props.incomplete} busy={props.saving} onClick={save}>
            {t('save.save')}
          </Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        className="flex flex-col gap-4"
      >
        {props.children}
        {error !== null && error !== undefined && (
          <Notice tone="danger" role="alert" title={errorWords(error).title}>
            {errorWords(error).detail}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
