import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { RadioCards } from '../../../components/radio-cards';
import { Textarea } from '../../../components/textarea';
import { useErrorWords } from '../../../components/use-error-words';
import type { RunDetail } from '../api/shapes';
import { useFlow } from '../api/use-flows';
import { useRepeatRun } from '../api/use-runs';
import { useVersion } from '../api/use-versions';
import { readPayload } from '../lib/read-payload';
import { type SideEffect, sideEffects } from '../lib/trace';
import { KindIcon } from './kind-icon';
import { useKindName } from './use-kind-name';

/** Once more from the beginning, on the version that is live now; with other data, if somebody wants. */
export function RepeatRunDialog({ run, onClose }: { run: RunDetail; onClose: () => void }) {
  const { t } = useTranslation(['flows', 'common']);
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const flow = useFlow(run.flowId);
  const version = useVersion(run.flowId, flow.data?.published);
  const repeat = useRepeatRun();
  const original = JSON.stringify(run.payload ?? {}, null, 2);
  const [text, setText] = useState(original);
  const payload = readPayload(text);
  const [from, setFrom] = useState<From>(run.status === 'failed' ? 'failure' : 'start');
  const again = version.data === undefined ? [] : sideEffects(version.data.document, run.trace);
  return (
    <Dialog
      open
      onClose={onClose}
      width="md"
      title={t('repeat.title')}
      description={t('repeat.detail')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            variant="primary"
            busy={repeat.isPending}
            disabled={from === 'start' && payload === undefined}
            onClick={() =>
              repeat.mutate(
                {
                  runId: run.id,
                  from,
                  payload: from === 'failure' || text === original ? undefined : payload,
                },
                {
                  onSuccess: ({ runId }) => {
                    onClose();
                    void navigate({ to: '/automations/runs/$runId', params: { runId } });
                  },
                },
              )
            }
          >
            {t('run.repeat')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {run.status === 'failed' && <WhereFrom value={from} onChange={setFrom} />}
        {from === 'start' && (
          <>
            <PayloadField text={text} isReadable={payload !== undefined} onChange={setText} />
            <Effects again={again} />
          </>
        )}
        {repeat.error !== null && (
          <Notice tone="danger" role="alert" title={errorWords(repeat.error).title}>
            {errorWords(repeat.error).detail}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

type From = 'start' | 'failure';
const FROMS: readonly From[] = ['failure', 'start'];

function WhereFrom({ value, onChange }: { value: From; onChange: (from: From) => void }) {
  const { t } = useTranslation('flows');
  return (
    <RadioCards
      legend={t('repeat.from')}
      value={value}
      options={FROMS.map((from) => ({
        value: from,
        label: t(`repeat.${from}`),
        detail: t(`repeat.${from}Detail`),
      }))}
      onChange={onChange}
    />
  );
}

interface PayloadFieldProps {
  text: string;
  isReadable: boolean;
  onChange: (text: string) => void;
}

function PayloadField({ text, isReadable, onChange }: PayloadFieldProps) {
  const { t } = useTranslation('flows');
  return (
    <Field
      label={t('run.payload')}
      hint={t('repeat.hint')}
      error={isReadable ? undefined : t('repeat.notJson')}
    >
      {(control) => (
        <Textarea
          {...control}
          rows={6}
          spellCheck={false}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className="font-mono text-sm"
        />
      )}
    </Field>
  );
}

/** What the world would see twice. */
function Effects({ again }: { again: SideEffect[] }) {
  const { t } = useTranslation('flows');
  const kindName = useKindName();
  if (again.length === 0) return null;
  return (
    <Notice tone="warning" title={t('repeat.effects', { count: again.length })}>
      <ul className="mt-1 flex flex-col gap-1">
        {again.map(({ id, kind, title, done }) => (
          <li key={id} className="flex items-center gap-2">
            <KindIcon kind={kind} className="size-4 shrink-0" />
            <span className="min-w-0 flex-1">{title === '' ? kindName(kind) : title}</span>
            {done && <span className="text-sm text-muted">{t('repeat.done')}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
