import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { useContact } from '../../../lib/api/contact-queries';
import { textOf } from '../lib/field-rows';
import { FieldsDialog } from './fields-dialog';

/** What is known of this person under names of the company's own; automations read and write it. */
export function ContactFields({ contactId }: { contactId: string }) {
  const { t } = useTranslation('conversation');
  const fields = useContact(contactId).data?.fields;
  const [editing, setEditing] = useState(false);
  if (fields === undefined) return null;
  const entries = Object.entries(fields);
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-muted">{t('fields.title')}</h3>
      {entries.length === 0 && <p className="mb-2 text-sm text-text-2">{t('fields.none')}</p>}
      {entries.length > 0 && (
        <dl className="mb-2 flex flex-col gap-1.5 text-sm">
          {entries.map(([name, value]) => (
            <div key={name} className="flex min-w-0 flex-col">
              <dt className="font-mono text-xs break-all text-muted">{name}</dt>
              <dd className="line-clamp-4 break-words whitespace-pre-line">{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Button size="sm" icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
        {t('fields.edit')}
      </Button>
      {editing && <FieldsDialog contactId={contactId} fields={fields} onClose={() => setEditing(false)} />}
    </section>
  );
}
