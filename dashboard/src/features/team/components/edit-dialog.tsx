import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { useErrorWords } from '../../../components/use-error-words';

interface EditDialogProps {
  title: string;
  /** What may not be saved yet. */
  incomplete: boolean;
  saving: boolean;
  error: unknown;
  onSave: () => void;
  /** Where it may be removed. */
  onRemove?: (() => void) | undefined;
  removing: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Something of the team, made or changed. */
export function EditDialog(props: EditDialogProps) {
  const { t } = useTranslation(['team', 'common']);
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
      width="md"
      footer={
        <>
          {onRemove !== undefined && (
            <Button variant="danger" busy={props.removing} onClick={onRemove} className="sm:mr-auto">
              {t('remove')}
            </Button>
          )}
          <Button variant="ghost" onClick={props.onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button variant="primary" disabled={props.incomplete} busy={props.saving} onClick={save}>
            {t('common:save.save')}
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
