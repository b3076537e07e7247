import { useState } from 'react';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { strings } from '../strings';

const words = strings.business;

/** The other way to link a device: typing what the product shows. */
export function PairingCode({ onTyped }: { onTyped: (code: string) => void }) {
  const [code, setCode] = useState('');
  return (
    <details className="rounded-card border border-divider px-3 py-2">
      <summary className="text-primary-text">{words.useCode}</summary>
      <form
        className="flex flex-col gap-3 pt-3 pb-1"
        onSubmit={(event) => {
          event.preventDefault();
          onTyped(code);
        }}
      >
        <Field
          label={words.code}
          placeholder={words.codePlaceholder}
          value={code}
          required
          minLength={8}
          autoCapitalize="characters"
          autoComplete="off"
          onChange={({ target }) => setCode(target.value.toUpperCase())}
        />
        <Button type="submit">{words.pair}</Button>
      </form>
    </details>
  );
}
