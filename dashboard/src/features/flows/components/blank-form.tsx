import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { useErrorWords } from '../../../components/use-error-words';
import { useCreateFlow } from '../api/use-flows';
import { NAME_MAX } from './name-flow-dialog';

export function BlankForm({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation('flows');
  const errorWords = useErrorWords();
  const create = useCreateFlow();
  const [name, setName] = useState('');
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || create.isPending) return;
        create.mutate({ name: name.trim() }, { onSuccess: ({ id }) => onMade(id) });
      }}
    >
      <Field
        label={t('name')}
        hint={t('blank.hint')}
        error={create.error === null ? undefined : errorWords(create.error).title}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={NAME_MAX}
            autoComplete="off"
            placeholder={t('blank.placeholder')}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        busy={create.isPending}
        disabled={name.trim() === ''}
        className="self-end"
      >
        {t('new.create')}
      </Button>
    </form>
  );
}
