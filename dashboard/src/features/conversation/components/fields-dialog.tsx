import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EditDialog } from '../../../components/edit-dialog';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { useSetContactFields } from '../api/use-contact-notes';
import { areNames, type FieldRow, fieldsOf, MAX_FIELDS, rowsOf } from '../lib/field-rows';

const NAME_MAX = 40;

interface FieldsDialogProps {
  contactId: string;
  fields: Record<string, unknown>;
  onClose: () => void;
}

/** Names and values, all of them at once: that is how they are saved. */
export function FieldsDialog({ contactId, fields, onClose }: FieldsDialogProps) {
  const { t } = useTranslation('conversation');
  const save = useSetContactFields(contactId);
  const [rows, setRows] = useState<FieldRow[]>(() => rowsOf(fields));
  const add = () =>
    setRows([...rows, { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, name: '', text: '' }]);
  const change = (id: number, part: Partial<FieldRow>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const written = rows.filter(({ name, text }) => name !== '' || text !== '');
  return (
    <EditDialog
      title={t('fields.title')}
      incomplete={!areNames(written)}
      saving={save.isPending}
      error={save.error}
      onSave={() => save.mutate(fieldsOf(written, fields), { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="text-sm text-muted">{t('fields.hint')}</p>
      {rows.map((row, at) => (
        <div key={row.id} className="flex min-w-0 items-center gap-2">
          <Input
            aria-label={t('fields.name', { number: at + 1 })}
            placeholder={t('fields.namePlaceholder')}
            value={row.name}
            maxLength={NAME_MAX}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={row.name !== '' && !areNames([row]) ? true : undefined}
            onChange={(event) => change(row.id, { name: event.target.value })}
            className="max-w-44"
          />
          <Input
            aria-label={t('fields.value', { number: at + 1 })}
            placeholder={t('fields.valuePlaceholder')}
            value={row.text}
            autoComplete="off"
            onChange={(event) => change(row.id, { text: event.target.value })}
          />
          <IconButton
            label={t('fields.remove', { name: row.name || String(at + 1) })}
            icon={<Trash2 aria-hidden />}
            onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
      <Button
        icon={<Plus aria-hidden />}
        disabled={rows.length >= MAX_FIELDS}
        onClick={add}
        className="self-start"
      >
        {t('fields.add')}
      </Button>
    </EditDialog>
  );
}
