import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { CustomerView } from '../../../control/views';
import { Avatar } from '../components/avatar';
import { Button } from '../components/button';
import { classNames } from '../components/class-names';
import { SidePanel } from '../components/side-panel';
import { formatNumber } from '../format/number';
import { strings } from '../strings';
import { go } from '../use-route';
import { NewPersonForm } from './new-person-form';

interface PeoplePanelProps {
  people: CustomerView[];
  current: string | undefined;
  onPicked?: () => void;
  /** Inside a dialog, which has a title of its own. */
  isBare?: boolean;
}

/** The people a visitor can be. */
export function PeoplePanel({ people, current, onPicked, isBare = false }: PeoplePanelProps) {
  const [isAdding, setIsAdding] = useState(false);
  function pick(number: string): void {
    go({ mode: 'customer', person: number });
    onPicked?.();
  }
  const body = (
    <>
      <ul className="-mx-2 flex flex-col gap-1">
        {people.map((person) => (
          <li key={person.number}>
            <button
              type="button"
              aria-pressed={person.number === current}
              onClick={() => pick(person.number)}
              className={classNames(
                'flex w-full items-center gap-3 rounded-card px-2 py-2 text-left transition-colors hover:bg-raised',
                person.number === current && 'bg-raised ring-1 ring-primary-text',
              )}
            >
              <Avatar name={person.name} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{person.name}</span>
                <span className="block truncate text-[13px] text-muted">{formatNumber(person.number)}</span>
                {person.lid !== undefined && (
                  <span className="block text-xs text-accent-text">{strings.customer.lid}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewPersonForm
          onDone={(number) => {
            setIsAdding(false);
            if (number !== undefined) pick(number);
          }}
        />
      ) : (
        <Button onClick={() => setIsAdding(true)}>
          <UserPlus className="size-4" aria-hidden />
          {strings.customer.add}
        </Button>
      )}
    </>
  );
  if (isBare) return <div className="flex flex-col gap-4 px-2">{body}</div>;
  return (
    <SidePanel title={strings.customer.people} hint={strings.customer.peopleHint}>
      {body}
    </SidePanel>
  );
}
