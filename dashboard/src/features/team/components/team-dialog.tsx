import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { useUsers } from '../../../lib/api/team-queries';
import type { Team } from '../../../lib/api/types';
import { useRemoveTeam, useSaveTeam } from '../api/use-team-changes';
import { EditDialog } from '../../../components/edit-dialog';

const NAME_MAX = 80;

/** A team's name, and who belongs to it. */
export function TeamDialog({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const { t } = useTranslation('team');
  const users = useUsers().data ?? [];
  const save = useSaveTeam();
  const remove = useRemoveTeam();
  const [name, setName] = useState(team?.name ?? '');
  const [memberIds, setMemberIds] = useState(team?.members.map(({ id }) => id) ?? []);
  return (
    <EditDialog
      title={team === undefined ? t('teams.new') : t('edit', { name: team.name })}
      incomplete={name.trim() === ''}
      saving={save.isPending}
      removing={remove.isPending}
      error={save.error ?? remove.error}
      onSave={() => save.mutate({ id: team?.id, name: name.trim(), memberIds }, { onSuccess: onClose })}
      onRemove={team && (() => remove.mutate(team.id, { onSuccess: onClose }))}
      onClose={onClose}
    >
      <Field label={t('name')}>
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
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t('teams.members')}</legend>
        {users.map((user) => (
          <Checkbox
            key={user.id}
            label={user.name}
            checked={memberIds.includes(user.id)}
            onChange={(event) =>
              setMemberIds(
                event.target.checked ? [...memberIds, user.id] : memberIds.filter((id) => id !== user.id),
              )
            }
          />
        ))}
      </fieldset>
    </EditDialog>
  );
}
