import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { useErrorWords } from '../../../components/use-error-words';
import { useDuplicateFlow, useRenameFlow } from '../api/use-flows';

export const NAME_MAX = 120;

interface NameFlowDialogProps {
  flow: { id: string; name: string };
  what: 'rename' | 'duplicate';
  onClose: () => void;
}

/** A new name, for the same automation or for its copy. */
export function NameFlowDialog({ flow, what, onClose }: NameFlowDialogProps) {
  const { t } = useTranslation(['flows', 'common']);
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const rename = useRenameFlow();
  const duplicate = useDuplicateFlow();
  const [name, setName] = useState(what === 'rename' ? flow.name : t('copyOf', { name: flow.name }));
  const error = rename.error ?? duplicate.error;
  const input = { id: flow.id, name: name.trim() };
  const save = () => {
    if (input.name === '') return;
    if (what === 'rename') rename.mutate(input, { onSuccess: onClose });
    else {
      duplicate.mutate(input, {
        onSuccess: ({ id }) => void navigate({ to: '/automations/$id', params: { id } }),
      });
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${what}.title`)}
      description={what === 'duplicate' ? t('duplicate.detail') : undefined}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={rename.isPending || duplicate.isPending}
            disabled={input.name === ''}
            onClick={save}
          >
            {t(`${what}.save`)}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('name')} error={error === null ? undefined : errorWords(error).title}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={NAME_MAX}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
