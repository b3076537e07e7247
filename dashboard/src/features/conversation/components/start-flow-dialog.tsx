import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Loading } from '../../../components/loading';
import { Notice } from '../../../components/notice';
import { RadioCards } from '../../../components/radio-cards';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import { usePublishedFlows, useStartFlow } from '../api/use-start-flow';

interface StartFlowDialogProps {
  conversationId: string;
  open: boolean;
  onClose: () => void;
}

/** Which published automation begins in this conversation. */
export function StartFlowDialog({ conversationId, open, onClose }: StartFlowDialogProps) {
  const { t } = useTranslation(['conversation', 'common']);
  const errorWords = useErrorWords();
  const start = useStartFlow(conversationId);
  const [chosen, setChosen] = useState('');
  /** One order, however often it is pressed; another one has another key. */
  const sent = useRef<{ chosen: string; key: string }>(undefined);
  const close = () => {
    setChosen('');
    sent.current = undefined;
    start.reset();
    onClose();
  };
  const submit = () => {
    if (chosen === '' || start.isPending) return;
    if (sent.current?.chosen !== chosen) sent.current = { chosen, key: crypto.randomUUID() };
    start.mutate(
      { automationId: chosen, key: sent.current.key },
      {
        onSuccess: () => {
          close();
          showToast({ tone: 'success', title: t('startFlow.done') });
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('startFlow.title')}
      description={t('startFlow.detail')}
      width="md"
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {t('common:action.cancel')}
          </Button>
          <Button variant="primary" disabled={chosen === ''} busy={start.isPending} onClick={submit}>
            {t('startFlow.submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-1">
        {open && <PublishedFlows chosen={chosen} onChoose={setChosen} />}
        {start.error !== null && (
          <Notice tone="danger" role="alert" title={errorWords(start.error).title}>
            {errorWords(start.error).detail}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function PublishedFlows({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation('conversation');
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words.trim());
  const flows = usePublishedFlows(wanted, true);
  const found = flows.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Field label={t('startFlow.search')}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      {flows.isPending && (
        <Loading className="flex flex-col gap-2">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </Loading>
      )}
      {flows.isError && flows.data === undefined && (
        <ErrorState error={flows.error} onRetry={() => void flows.refetch()} retrying={flows.isFetching} />
      )}
      {flows.data !== undefined && found.length === 0 && (
        <p role="status" className="text-sm text-muted">
          {t(wanted === '' ? 'startFlow.empty' : 'startFlow.none')}
        </p>
      )}
      <div className="max-h-72 overflow-y-auto p-0.5">
        <RadioCards
          legend={t('startFlow.choose')}
          value={chosen}
          onChange={onChoose}
          options={found.map(({ id, name, description }) => ({
            value: id,
            label: name,
            ...(description === '' ? {} : { detail: description }),
          }))}
        />
      </div>
      {flows.hasNextPage && (
        <Button variant="ghost" busy={flows.isFetchingNextPage} onClick={() => void flows.fetchNextPage()}>
          {t('startFlow.more')}
        </Button>
      )}
    </>
  );
}
