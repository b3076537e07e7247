import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ALLOWED_GROUPS } from '../../../../../domain/channel/groups';
import { Checkbox } from '../../../components/checkbox';
import { Chip } from '../../../components/chip';
import { Input } from '../../../components/input';
import { groupsWith, type OfferedGroup } from '../lib/offered-groups';

/** So many are seen at a glance; more are found by typing. */
const SEARCH_ABOVE = 6;

interface GroupChoicesProps {
  groups: OfferedGroup[];
  allowed: ReadonlySet<string>;
  onChange: (allowed: Set<string>) => void;
}

/** Groups by their names, found by typing, and how many of them are chosen. */
export function GroupChoices({ groups, allowed, onChange }: GroupChoicesProps) {
  const { t } = useTranslation('channel');
  const [words, setWords] = useState('');
  const shown = groupsWith(groups, words);
  const isFull = allowed.size >= MAX_ALLOWED_GROUPS;
  const set = (jid: string, isAllowed: boolean) => {
    const next = new Set(allowed);
    if (isAllowed) next.add(jid);
    else next.delete(jid);
    onChange(next);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{t('groups.list')}</legend>
      {groups.length > SEARCH_ABOVE && (
        <Input
          type="search"
          aria-label={t('groups.search')}
          placeholder={t('groups.search')}
          value={words}
          maxLength={200}
          onChange={({ target }) => setWords(target.value)}
          // Enter looks for what was typed; it saves nothing.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          className="mb-2"
        />
      )}
      <div className="max-h-64 overflow-y-auto">
        {shown.map((group) => (
          <GroupChoice
            key={group.jid}
            group={group}
            checked={allowed.has(group.jid)}
            disabled={isFull && !allowed.has(group.jid)}
            onChange={(isAllowed) => set(group.jid, isAllowed)}
          />
        ))}
      </div>
      <p role="status" className="mt-1.5 text-sm text-muted">
        {groups.length > 0 && shown.length === 0
          ? t('groups.notFound')
          : t(isFull ? 'groups.full' : 'groups.chosen', { count: allowed.size, max: MAX_ALLOWED_GROUPS })}
      </p>
    </fieldset>
  );
}

interface GroupChoiceProps {
  group: OfferedGroup;
  checked: boolean;
  disabled: boolean;
  onChange: (isAllowed: boolean) => void;
}

function GroupChoice({ group, checked, disabled, onChange }: GroupChoiceProps) {
  const { t } = useTranslation('channel');
  const { name, members, standing } = group;
  const isAbsent = standing === 'gone' || standing === 'typed';
  return (
    <Checkbox
      checked={checked}
      disabled={disabled}
      onChange={({ target }) => onChange(target.checked)}
      className="rounded-control px-2 py-2 hover:bg-raised pointer-coarse:py-3"
      label={
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 truncate">{name}</span>
          {isAbsent && <Chip tone="warning">{t(`groups.standing.${standing}`)}</Chip>}
        </span>
      }
      hint={
        members === null
          ? isAbsent
            ? t('groups.absent')
            : undefined
          : t('groups.members', { count: members })
      }
    />
  );
}
