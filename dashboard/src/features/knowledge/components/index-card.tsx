import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip, type Tone } from '../../../components/chip';
import { Notice } from '../../../components/notice';
import type { Knowledge } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { IndexProgress } from './index-progress';

const TONES: Record<Knowledge['status'], Tone> = {
  empty: 'neutral',
  indexing: 'info',
  indexed: 'success',
  failed: 'danger',
};

interface IndexCardProps {
  knowledge: Knowledge;
  retrying: boolean;
  /** Undefined while the text is being changed: then saving it is the way. */
  onRetry: (() => void) | undefined;
}

/** Whether the AI already answers from the text as it is stored. */
export function IndexCard({ knowledge, retrying, onRetry }: IndexCardProps) {
  const { t } = useTranslation(['knowledge', 'common']);
  const format = useFormat();
  const { status, chunks, updatedAt } = knowledge;
  return (
    <Card
      title={t('index.title')}
      aside={
        <span role="status">
          <Chip tone={TONES[status]} dot>
            {t(`index.status.${status}`)}
          </Chip>
        </span>
      }
    >
      {status === 'empty' && <p className="text-text-2">{t('index.empty')}</p>}
      {status === 'indexed' && (
        <p className="text-text-2">{t('index.ready', { count: chunks, n: format.number(chunks) })}</p>
      )}
      {status === 'indexing' && <IndexProgress knowledge={knowledge} />}
      {status === 'failed' && (
        <div className="flex flex-col items-start gap-3">
          <Notice tone="danger" title={t('index.failed')} className="w-full">
            <p>{t('index.failedDetail')}</p>
            {knowledge.error !== null && (
              <p lang="en" className="mt-1 font-mono text-xs text-muted">
                {knowledge.error}
              </p>
            )}
          </Notice>
          <p className="text-text-2">{t('index.oldStays')}</p>
          {onRetry !== undefined && (
            <Button busy={retrying} onClick={onRetry}>
              {t('common:action.retry')}
            </Button>
          )}
        </div>
      )}
      {updatedAt !== null && (
        <p className="mt-3 text-sm text-muted">{t('index.updated', { time: format.dateTime(updatedAt) })}</p>
      )}
    </Card>
  );
}
