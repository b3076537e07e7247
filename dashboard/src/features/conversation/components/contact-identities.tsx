import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import type { Contact, Conversation } from '../../../lib/api/types';
import { formatPhone } from '../../../lib/format/phone';
import { useFormat } from '../../../lib/format/use-format';
import { useMay } from '../../../lib/session/use-session';
import { useContact } from '../../../lib/api/contact-queries';
import { useMerge } from '../api/use-merge';
import { MergeDialog } from './merge-dialog';

/** Under which names the provider knows this person, and what was found to be one. */
export function ContactIdentities({ contact }: { contact: Conversation['contact'] }) {
  const { t } = useTranslation('conversation');
  const details = useContact(contact.id);
  const mayMerge = useMay('ORG_MANAGER');
  const [merging, setMerging] = useState(false);
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-muted">{t('identity.title')}</h3>
      {details.isPending && (
        <Loading className="flex flex-col gap-2">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-5 w-32" />
        </Loading>
      )}
      {details.isError && (
        <ErrorState
          error={details.error}
          onRetry={() => void details.refetch()}
          retrying={details.isFetching}
          className="py-4"
        />
      )}
      {details.data !== undefined && (
        <>
          <ul className="flex flex-col gap-1.5">
            {details.data.identities.map((identity) => (
              <li key={identity.id} className="flex min-w-0 items-baseline gap-2 text-sm">
                <span className="shrink-0 text-muted">{t(`identity.kind.${identity.kind}`)}</span>
                <span className="min-w-0 break-all">
                  {identity.kind === 'phone' ? formatPhone(identity.value) : identity.value}
                </span>
              </li>
            ))}
          </ul>
          {details.data.merges.length > 0 && <Merges merges={details.data.merges} mayUndo={mayMerge} />}
          {mayMerge && (
            <Button size="sm" icon={<Link2 aria-hidden />} className="mt-3" onClick={() => setMerging(true)}>
              {t('identity.merge')}
            </Button>
          )}
          <MergeDialog contact={contact} open={merging} onClose={() => setMerging(false)} />
        </>
      )}
    </section>
  );
}

/** Only the newest may be undone: the ones before may build upon it. */
function Merges({ merges, mayUndo }: { merges: Contact['merges']; mayUndo: boolean }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const merge = useMerge();
  return (
    <ul className="mt-3 flex flex-col gap-2">
      {merges.map((one, index) => (
        <li key={one.id} className="text-sm text-text-2">
          <p>
            {t(one.user === null ? 'identity.mergedByProvider' : 'identity.mergedBy', {
              contact: one.contact.name ?? t('contact.unnamed'),
              name: one.user?.name ?? '',
            })}
          </p>
          <p className="flex items-center gap-2 text-xs text-muted">
            <time dateTime={one.createdAt}>{format.dateTime(one.createdAt)}</time>
            {mayUndo && index === 0 && (
              <Button
                variant="ghost"
                size="sm"
                busy={merge.isPending}
                onClick={() => merge.mutate({ type: 'undo', mergeId: one.id })}
              >
                {t('identity.undo')}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
