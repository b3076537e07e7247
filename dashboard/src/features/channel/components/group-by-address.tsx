import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupJidOf } from '../../../../../domain/channel/groups';
import { Button } from '../../../components/button';
import { Disclosure } from '../../../components/disclosure';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';

/** For who knows a group's address: the number may be offline, or not yet in the group. */
export function GroupByAddress({ disabled, onAdd }: { disabled: boolean; onAdd: (jid: string) => void }) {
  const { t } = useTranslation('channel');
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const add = () => {
    const jid = groupJidOf(typed);
    setIsWrong(jid === undefined);
    if (jid === undefined) return;
    onAdd(jid);
    setTyped('');
  };
  return (
    <Disclosure summary={t('groups.typed.title')}>
      <Field
        label={t('groups.typed.label')}
        hint={t('groups.typed.hint')}
        error={isWrong ? t('groups.typed.wrong') : undefined}
      >
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              value={typed}
              disabled={disabled}
              placeholder="120363025550001@g.us"
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
            <Button onClick={add} disabled={disabled || typed.trim() === ''}>
              {t('groups.typed.add')}
            </Button>
          </div>
        )}
      </Field>
    </Disclosure>
  );
}
