import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import type { Message } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { ruleKey } from '../lib/describe-cause';
import { personOf } from '../lib/person-of';

/** "Why was this sent?", for what no turn of the AI wrote: a fixed text, or a person's words. */
export function CauseSheet({ messages }: { messages: Message[] }) {
  const { t } = useTranslation('conversation');
  const { why } = useSearch({ from: '/shell/conversas' });
  const navigate = useNavigate();
  const message = messages.find(({ id }) => id === why);
  return (
    <Sheet
      open={message !== undefined}
      onClose={() =>
        void navigate({ to: '.', search: (before) => ({ ...before, why: undefined }), replace: true })
      }
      title={t('turn.title')}
    >
      {message !== undefined && <Reasons message={message} />}
    </Sheet>
  );
}

function Reasons({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  return (
    <div className="flex flex-col gap-6 p-5">
      {message.problem !== null && message.status === 'failed' && (
        <Notice tone="danger" title={t('turn.problem')}>
          {message.problem}
        </Notice>
      )}
      <dl className="flex flex-col gap-4">
        {factsOf().map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-muted">{label}</dt>
            <dd className="mt-0.5 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );

  function factsOf(): [string, string][] {
    const { cause } = message;
    const when: [string, string] = [t('cause.when'), format.dateTime(message.createdAt)];
    if (cause?.type === 'person') {
      const who = personOf(message) ?? t('cause.onPhone');
      return [[t('cause.who'), who], [t('cause.via'), t(`cause.viaOf.${cause.via}`)], when];
    }
    if (cause?.type === 'flow') return [[t('cause.flow'), cause.name ?? t('cause.flowGone')], when];
    if (cause?.type !== 'notice') return [when];
    return [
      [t('cause.rule'), t(ruleKey(cause.rule))],
      ...(cause.setting === null ? [] : [[t('cause.setting'), cause.setting] as [string, string]]),
      when,
    ];
  }
}
