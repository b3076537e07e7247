import { useState } from 'react';
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
import { Textarea } from '../../../components/textarea';
import { showToast } from '../../../components/toast';
import { useErrorWords } from '../../../components/use-error-words';
import type { InFlight } from '../api/shapes';
import { useFlow } from '../api/use-flows';
import { useFleet } from '../api/use-runs';
import { usePublish, useVersion } from '../api/use-versions';
import { problemsOf } from '../lib/problems';
import { DiffView } from './diff-view';
import { ProblemList } from './problem-list';

const NAME_MAX = 80;
const NOTE_MAX = 500;
const CHOICES: readonly InFlight[] = ['keep', 'move', 'cancel'];

export interface PublishDialogProps {
  flowId: string;
  open: boolean;
  onClose: () => void;
  onPublished: (version: number) => void;
  /** Where a problem is, for who can show it. */
  onShowNode?: (nodeId: string) => void;
}

/** What would change, for whom, and what forbids it. */
export function PublishDialog(props: PublishDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ flowId, onClose, onPublished, onShowNode }: PublishDialogProps) {
  const { t } = useTranslation(['flows', 'common']);
  const flow = useFlow(flowId);
  const fleet = useFleet(flowId);
  const publish = usePublish(flowId);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [inFlight, setInFlight] = useState<InFlight>('keep');
  const errorWords = useErrorWords();
  // What the API found in the draft as it is now; what it refused may have been repaired since.
  const refused = flow.data?.findings ?? problemsOf(publish.error);
  const forbidden = refused.some(({ severity }) => severity === 'error');
  const running = (fleet.data ?? []).reduce((sum, { runs }) => sum + runs, 0);
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={t('publish.title')}
      description={flow.data && t('publish.detail', { name: flow.data.name })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={publish.isPending}
            disabled={flow.data === undefined || forbidden}
            onClick={() =>
              publish.mutate(
                { name: name.trim(), note: note.trim(), runs: inFlight },
                {
                  onSuccess: ({ version }) => {
                    showToast({ tone: 'success', title: t('publish.done', { version }) });
                    onPublished(version);
                  },
                },
              )
            }
          >
            {t('publish.action')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {refused.length > 0 && <ProblemList problems={refused} onShowNode={onShowNode} />}
        {publish.error !== null && problemsOf(publish.error).length === 0 && (
          <Notice tone="danger" role="alert" title={errorWords(publish.error).title}>
            {errorWords(publish.error).detail}
          </Notice>
        )}
        <Changes flowId={flowId} />
        {running > 0 && <InFlightChoice running={running} value={inFlight} onChange={setInFlight} />}
        <VersionWords name={name} note={note} onName={setName} onNote={setNote} />
      </div>
    </Dialog>
  );
}

function Changes({ flowId }: { flowId: string }) {
  const { t } = useTranslation('flows');
  const flow = useFlow(flowId);
  const live = useVersion(flowId, flow.data?.published);
  return (
    <section>
      <h3 className="mb-2 font-semibold">
        {typeof flow.data?.published === 'number'
          ? t('publish.changes', { version: flow.data.published })
          : t('publish.first')}
      </h3>
      {flow.isError && <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />}
      {live.isError && <ErrorState error={live.error} onRetry={() => void live.refetch()} />}
      {(flow.isPending || live.isLoading) && (
        <Loading>
          <Skeleton className="h-20 rounded-card" />
        </Loading>
      )}
      {flow.data?.published === null && (
        <p className="text-text-2">{t('publish.firstDetail', { count: flow.data.draft.nodes.length })}</p>
      )}
      {flow.data !== undefined && live.data !== undefined && (
        <DiffView before={live.data.document} after={flow.data.draft} />
      )}
    </section>
  );
}

interface InFlightChoiceProps {
  running: number;
  value: InFlight;
  onChange: (value: InFlight) => void;
}

/** What becomes of who is on their way. */
function InFlightChoice({ running, value, onChange }: InFlightChoiceProps) {
  const { t } = useTranslation('flows');
  return (
    <section>
      <h3 className="font-semibold">{t('publish.inFlight', { count: running })}</h3>
      <p className="mt-1 mb-3 text-text-2">{t('publish.inFlightDetail')}</p>
      <RadioCards
        legend={t('publish.inFlight', { count: running })}
        value={value}
        onChange={onChange}
        options={CHOICES.map((choice) => ({
          value: choice,
          label: t(`publish.${choice}.label`),
          detail: t(`publish.${choice}.detail`),
        }))}
      />
    </section>
  );
}

interface VersionWordsProps {
  name: string;
  note: string;
  onName: (name: string) => void;
  onNote: (note: string) => void;
}

/** By what it is recognised later. */
function VersionWords({ name, note, onName, onNote }: VersionWordsProps) {
  const { t } = useTranslation('flows');
  return (
    <section className="flex flex-col gap-4">
      <Field label={t('publish.name')} hint={t('publish.nameHint')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={NAME_MAX}
            autoComplete="off"
            onChange={(event) => onName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('publish.note')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={note}
            maxLength={NOTE_MAX}
            onChange={(event) => onNote(event.target.value)}
          />
        )}
      </Field>
    </section>
  );
}
