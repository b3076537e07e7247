import { useState } from 'react';
import type { CustomerView } from '../../../control/views';
import { call } from '../api/call';
import { useCommand } from '../api/use-command';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { parseNumber } from '../format/number';
import { strings } from '../strings';

/** Done with the new number, or without one when given up. */
export function NewPersonForm({ onDone }: { onDone: (number?: string) => void }) {
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const [isHidden, setIsHidden] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const create = useCommand((customer: { name: string; number: string; lid?: string }) =>
    call<CustomerView>('POST', 'customers', customer),
  );
  const words = strings.customer;

  function submit(): void {
    const number = parseNumber(typed);
    setIsWrong(number === undefined);
    if (number === undefined || name.trim() === '') return;
    const customer = { name: name.trim(), number, ...(isHidden ? { lid: newLid() } : {}) };
    create.mutate(customer, { onSuccess: ({ number: created }) => onDone(created) });
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={words.name}
        value={name}
        required
        autoFocus
        onChange={({ target }) => setName(target.value)}
      />
      <Field
        label={words.number}
        value={typed}
        required
        inputMode="tel"
        hint={words.numberHint}
        error={isWrong ? words.numberWrong : undefined}
        onChange={({ target }) => setTyped(target.value)}
      />
      <label className="flex items-start gap-2 text-[13px] text-text-2">
        <input
          type="checkbox"
          checked={isHidden}
          onChange={({ target }) => setIsHidden(target.checked)}
          className="mt-0.5 size-4 accent-primary"
        />
        {words.hideNumber}
      </label>
      <div className="flex justify-end gap-2">
        <Button onClick={() => onDone()}>{strings.cancel}</Button>
        <Button type="submit" look="primary" disabled={create.isPending}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}

/** Fourteen digits that say nothing about the number. */
function newLid(): string {
  const digits = crypto.getRandomValues(new Uint8Array(13));
  return `8${[...digits].map((byte) => byte % 10).join('')}`;
}
