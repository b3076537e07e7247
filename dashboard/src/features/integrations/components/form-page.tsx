import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft, ClipboardList, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { CopyButton } from '../../../components/copy-button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import type { PublicForm } from '../../../lib/api/types';
import { useForms } from '../api/use-forms';
import { FormDialog } from './form-dialog';
import { RemoveForm } from './remove-form';
import { Submissions } from './submissions';

/** One form: where it is filled in, and what was sent. */
export function FormPage() {
  const { t } = useTranslation('integrations');
  const { id } = useParams({ from: '/shell/integracoes/formularios/$id' });
  const forms = useForms();
  const form = forms.data?.find((one) => one.id === id);
  return (
    <Page
      title={form?.name ?? t('forms.title')}
      actions={
        <Link to="/integracoes" className={buttonClass('ghost')}>
          <ArrowLeft aria-hidden />
          {t('title')}
        </Link>
      }
    >
      {forms.data === undefined && forms.isError && (
        <ErrorState error={forms.error} onRetry={() => void forms.refetch()} retrying={forms.isFetching} />
      )}
      {forms.data === undefined && !forms.isError && (
        <Loading className="flex flex-col gap-5">
          <Skeleton className="h-32 rounded-card" />
          <Skeleton className="h-64 rounded-card" />
        </Loading>
      )}
      {forms.data !== undefined && form === undefined && (
        <EmptyState
          icon={<ClipboardList />}
          title={t('forms.gone')}
          action={
            <Link to="/integracoes" className={buttonClass('primary')}>
              {t('title')}
            </Link>
          }
        />
      )}
      {form !== undefined && (
        <div className="flex flex-col gap-5">
          <AddressCard form={form} />
          <Submissions form={form} />
        </div>
      )}
    </Page>
  );
}

function AddressCard({ form }: { form: PublicForm }) {
  const { t } = useTranslation(['integrations', 'common']);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'remove'>();
  return (
    <Card
      title={t('forms.address')}
      description={t(form.open ? 'forms.addressDetail' : 'forms.closedDetail')}
      aside={!form.open && <Chip tone="warning">{t('forms.closed')}</Chip>}
    >
      <div className="mb-4 flex min-w-0 items-center gap-2">
        <code className="min-w-0 break-all">{form.url}</code>
        <CopyButton text={form.url} label={t('forms.copyOf', { name: form.name })} />
      </div>
      <div className="flex flex-wrap gap-2">
        <a href={form.url} target="_blank" rel="noopener noreferrer" className={buttonClass('outline')}>
          <ExternalLink aria-hidden />
          {t('forms.visit')}
        </a>
        <Button icon={<Pencil aria-hidden />} onClick={() => setOpen('edit')}>
          {t('forms.edit')}
        </Button>
        <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setOpen('remove')}>
          {t('common:action.remove')}
        </Button>
      </div>
      {open === 'edit' && <FormDialog form={form} onClose={() => setOpen(undefined)} />}
      {open === 'remove' && (
        <RemoveForm
          form={form}
          onRemoved={() => void navigate({ to: '/integracoes' })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}
