import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { pairingPhone } from '../lib/pairing-phone';

interface PhoneFormProps {
  typed: string;
  onType: (typed: string) => void;
  onSubmit: () => void;
}

export function PhoneForm({ typed, onType, onSubmit }: PhoneFormProps) {
  const { t } = useTranslation('channel');
  const [tried, setTried] = useState(false);
  const wrong = pairingPhone(typed) === undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong) onSubmit();
      }}
      className="flex flex-col gap-4"
    >
      <Field
        label={t('phone.label')}
        hint={t('phone.hint')}
        error={tried && wrong ? t('phone.wrong') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={typed}
            placeholder="(41) 98811-0001"
            onChange={(event) => onType(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary">
          {t('phone.submit')}
        </Button>
      </div>
    </form>
  );
}
