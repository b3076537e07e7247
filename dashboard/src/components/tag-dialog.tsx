import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveTag } from '../lib/api/tag-queries';
import { ColorInput } from './color-input';
import { EditDialog } from './edit-dialog';
import { Field } from './field';
import { Input } from './input';

const NAME_MAX = 40;
const NEW_COLOR = '#64748b';

interface TagDialogProps {
  tag: { id: string; name: string; color: string } | undefined;
  onSaved?: (id: string) => void;
  onClose: () => void;
}

/** A tag's name and colour, from the list of tags or from a contact. */
export function TagDialog({ tag, onSaved, onClose }: TagDialogProps) {
  const { t } = useTranslation('integrations');
  const save = useSaveTag();
  const [name, setName] = useState(tag?.name ?? '');
  const [color, setColor] = useState(tag?.color ?? NEW_COLOR);
  const done = ({ id }: { id: string }) => {
    onSaved?.(id);
    onClose();
  };
  return (
    <EditDialog
      title={tag === undefined ? t('tags.new') : t('edit', { name: tag.name })}
      incomplete={name.trim() === ''}
      saving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ id: tag?.id, name: name.trim(), color }, { onSuccess: done })}
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
      <Field label={t('color')}>
        {(control) => <ColorInput {...control} value={color} onChange={setColor} />}
      </Field>
    </EditDialog>
  );
}
