import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EditDialog } from '../../../components/edit-dialog';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { Notice } from '../../../components/notice';
import { areNames, type FieldRow, MAX_FIELDS } from '../lib/field-rows';
import { useFieldsDraft } from '../lib/use-fields-draft';

const NAME_MAX = 40;

interface FieldsDialogProps {
  contactId: string;
  fields: Record<string, unknown>;
  onClose: () => void;
}

/** Names and values; what is saved is what was changed here. */
export function FieldsDialog({ contactId, fields, onClose }: FieldsDialogProps) {
  const { t } = useTranslation('conversation');
  const { rows, setRows, written, save, ...draft } = useFieldsDraft(contactId, fields, onClose);
  const add = () =>
    setRows([...rows, { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, name: '', text: '' }]);
  const change = (id: number, part: Partial<FieldRow>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const remove = (id: number) => setRows(rows.filter((row) => row.id !== id));
  return (
    <EditDialog
      title={t('fields.title')}
      incomplete={!areNames(written)}
      saving={draft.saving}
      error={draft.error}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p className="text-sm text-muted">{t('fields.hint')}</p>
      {draft.overtaken === true && (
        <Notice tone="warning" role="alert" title={t('fields.overtaken.title')}>
          {t('fields.overtaken.detail')}
        </Notice>
      )}
      {rows.map((row, at) => (
        <div key={row.id} className="flex min-w-0 flex-col gap-1">
          <div className="flex min-w-0 items-center gap-2">
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
              aria-describedby={row.now === undefined ? undefined : `overtaken-${row.id}`}
              placeholder={t('fields.valuePlaceholder')}
              value={row.text}
              autoComplete="off"
              onChange={(event) => change(row.id, { text: event.target.value })}
            />
            <IconButton
              label={t('fields.remove', { name: row.name || String(at + 1) })}
              icon={<Trash2 aria-hidden />}
              onClick={() => remove(row.id)}
            />
          </div>
          <Overtaken
            row={row}
            onTake={(text) =>
              text === null
                ? remove(row.id)
                : setRows(
                    rows.map((each) => (each.id === row.id ? { id: row.id, name: row.name, text } : each)),
                  )
            }
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

/** What somebody else has made of a field that was changed here too, and how to let theirs stand. */
function Overtaken({ row, onTake }: { row: FieldRow; onTake: (now: string | null) => void }) {
  const { t } = useTranslation('conversation');
  const { id, name, text, now, taken } = row;
  const stands = text === now;
  if (now === undefined || (stands && taken !== true)) return null;
  const words = stands
    ? t('fields.overtaken.back')
    : now === null
      ? t('fields.overtaken.gone')
      : t('fields.overtaken.now', { value: now });
  return (
    <div className="flex min-w-0 items-center gap-2 text-sm text-warning">
      <p id={`overtaken-${id}`} className="line-clamp-3 min-w-0 flex-1 break-words">
        {words}
      </p>
      {!stands && (
        <Button
          size="sm"
          aria-label={t(now === null ? 'fields.overtaken.removeName' : 'fields.overtaken.takeName', { name })}
          onClick={() => onTake(now)}
        >
          {t(now === null ? 'fields.overtaken.remove' : 'fields.overtaken.take')}
        </Button>
      )}
    </div>
  );
}
