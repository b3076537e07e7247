import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import type { Channel } from '../../../lib/api/types';
import { useRemoveChannel } from '../api/use-remove-channel';

interface RemoveDialogProps {
  channel: Channel;
  open: boolean;
  onClose: () => void;
}

/** Customers of a removed number reach nobody: its name has to be typed. */
export function RemoveDialog({ channel, open, onClose }: RemoveDialogProps) {
  const { t } = useTranslation(['channel', 'common']);
  const errorWords = useErrorWords();
  const remove = useRemoveChannel();
  const [typed, setTyped] = useState('');
  const matches = typed.trim().toLocaleLowerCase() === channel.name.trim().toLocaleLowerCase();
  const close = () => {
    setTyped('');
    remove.reset();
    onClose();
  };
  const submit = () => {
    if (!matches || remove.isPending) return;
    remove.mutate(channel.id, {
      onSuccess: () => {
        close();
        showToast({ tone: 'success', title: t('remove.done', { name: channel.name }) });
      },
    });
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('remove.title', { name: channel.name })}
      description={t('remove.detail')}
      width="md"
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {t('common:action.cancel')}
          </Button>
          <Button variant="danger" disabled={!matches} busy={remove.isPending} onClick={submit}>
            {t('remove.submit')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-4"
      >
        <Field label={t('remove.label', { name: channel.name })}>
          {(control) => (
            <Input
              {...control}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {remove.error !== null && (
          <Notice tone="danger" role="alert" title={errorWords(remove.error).title}>
            {errorWords(remove.error).detail}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
