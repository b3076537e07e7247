import { Link } from '@tanstack/react-router';
import { ClipboardList, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { CopyButton } from '../../../components/copy-button';
import { Listed } from '../../../components/listed';
import type { PublicForm } from '../../../lib/api/types';
import { useForms } from '../api/use-forms';
import { FormDialog } from './form-dialog';
import { RemoveForm } from './remove-form';
import { RowButtons } from './row-buttons';

/** Pages that anybody can fill in. */
export function FormsCard() {
  const { t } = useTranslation('integrations');
  const [edited, edit] = useState<PublicForm | 'new'>();
  const [removed, setRemoved] = useState<PublicForm>();
  return (
    <Card
      title={t('forms.title')}
      description={t('forms.detail')}
      aside={
        <Button icon={<Plus aria-hidden />} onClick={() => edit('new')}>
          {t('forms.new')}
        </Button>
      }
    >
      <Listed query={useForms()} empty={t('forms.empty')} label={t('forms.title')}>
        {(form) => (
          <>
            <ClipboardList aria-hidden className="size-4 shrink-0 text-muted max-sm:hidden" />
            <span className="min-w-0 flex-1">
              <Link
                to="/integracoes/formularios/$id"
                params={{ id: form.id }}
                className="ring-focus block truncate rounded-xs font-medium hover:underline"
              >
                {form.name}
              </Link>
              <span className="block truncate text-sm text-muted">
                {t('forms.submissions', { count: form.submissions })}
              </span>
            </span>
            {!form.open && <Chip tone="warning">{t('forms.closed')}</Chip>}
            <CopyButton text={form.url} label={t('forms.copyOf', { name: form.name })} />
            <RowButtons name={form.name} onEdit={() => edit(form)} onRemove={() => setRemoved(form)} />
          </>
        )}
      </Listed>
      {edited !== undefined && (
        <FormDialog form={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />
      )}
      {removed !== undefined && <RemoveForm form={removed} onClose={() => setRemoved(undefined)} />}
    </Card>
  );
}
