import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Notice } from '../../../components/notice';
import { useErrorWords } from '../../../components/use-error-words';
import type { Channel } from '../../../lib/api/types';
import { useCreateChannel } from '../api/use-create-channel';

const MAX_NAME = 80;

export function NameStep({ onCreated }: { onCreated: (channel: Channel) => void }) {
  const { t } = useTranslation('channel');
  const errorWords = useErrorWords();
  const create = useCreateChannel();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing && !create.isPending) create.mutate(name.trim(), { onSuccess: onCreated });
      }}
      className="flex flex-col gap-4"
    >
      <Field
        label={t('name.label')}
        hint={t('name.hint')}
        error={tried && missing ? t('name.missing') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={MAX_NAME}
            placeholder={t('name.placeholder')}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {create.error !== null && (
        <Notice tone="danger" role="alert" title={errorWords(create.error).title}>
          {errorWords(create.error).detail}
        </Notice>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t('name.submit')}
        </Button>
      </div>
    </form>
  );
}
