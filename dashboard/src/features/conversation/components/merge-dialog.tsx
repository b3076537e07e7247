import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { formatPhone } from '../../../lib/format/phone';
import { useContactSearch } from '../../../lib/api/contact-queries';
import { useMerge } from '../api/use-merge';
import { contactName } from '../../../lib/format/contact-name';

interface MergeDialogProps {
  /** The one that is left. */
  contact: Conversation['contact'];
  open: boolean;
  onClose: () => void;
}

/** Finds who else this person is. */
export function MergeDialog({ contact, open, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['conversation', 'common']);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const merge = useMerge();
  const close = () => {
    setWords('');
    setChosen(undefined);
    onClose();
  };
  const submit = () => {
    if (chosen === undefined || merge.isPending) return;
    merge.mutate(
      { type: 'merge', id: chosen, into: contact.id },
      {
        onSuccess: () => {
          close();
          showToast({ tone: 'success', title: t('identity.merged') });
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('identity.mergeTitle', { name: contactName(contact) ?? t('contact.unnamed') })}
      description={t('identity.mergeDetail')}
      width="md"
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {t('common:action.cancel')}
          </Button>
          <Button variant="primary" disabled={chosen === undefined} busy={merge.isPending} onClick={submit}>
            {t('identity.mergeSubmit')}
          </Button>
        </>
      }
    >
      <Field label={t('identity.search')}>
        {(control) => (
          <Input
            {...control}
            type="search"
            value={words}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => {
              setWords(event.target.value);
              setChosen(undefined);
            }}
          />
        )}
      </Field>
      <Found q={words.trim()} except={contact.id} chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}

interface FoundProps {
  q: string;
  except: string;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function Found({ q, except, chosen, onChoose }: FoundProps) {
  const { t } = useTranslation('conversation');
  const search = useContactSearch(q);
  if (search.isPending) {
    return (
      <Loading className="mt-3 flex flex-col gap-2">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </Loading>
    );
  }
  if (search.isError) return <ErrorState error={search.error} onRetry={() => void search.refetch()} />;
  const others = search.data.filter(({ id }) => id !== except);
  if (others.length === 0) return <p className="mt-4 text-text-2">{t('identity.nobody')}</p>;
  return (
    <fieldset className="mt-3 max-h-64 min-w-0 overflow-y-auto">
      <legend className="sr-only">{t('identity.results')}</legend>
      {others.map((other) => (
        <label
          key={other.id}
          className={cx(
            'flex cursor-pointer items-center gap-3 rounded-control px-3 py-2.5 hover:bg-raised',
            'has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-focus',
          )}
        >
          <input
            type="radio"
            name="merge-into"
            checked={chosen === other.id}
            onChange={() => onChoose(other.id)}
            className="size-4 shrink-0 accent-primary"
          />
          <span className="min-w-0 flex-1 truncate">{contactName(other) ?? t('contact.unnamed')}</span>
          {other.phone !== null && (
            <span className="shrink-0 text-sm text-muted">{formatPhone(other.phone)}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
