import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { Card } from '../../../components/card';
import { formatDuration } from '../../../lib/format/duration';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import type { Standing } from '../lib/trace';
import { KindIcon } from './kind-icon';
import { useKindName } from './use-kind-name';

const SECOND_MS = 1_000;

interface RunStandingProps {
  standing: Standing[];
  document: FlowDocument | undefined;
}

/** Where it is now, and until when it may be there. */
export function RunStanding({ standing, document }: RunStandingProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const now = useNow(SECOND_MS);
  const kindName = useKindName();
  return (
    <Card title={t('standing.title')}>
      <ul className="flex flex-col gap-3">
        {standing.map(({ node, since, until }) => {
          const drawn = document?.nodes.find(({ id }) => id === node);
          return (
            <li key={node} className="flex gap-2.5">
              <KindIcon kind={drawn?.kind ?? ''} className="mt-0.5 size-4 shrink-0 text-warning" />
              <div className="min-w-0">
                <p className="font-medium">{drawn?.title || kindName(drawn?.kind ?? '')}</p>
                {since !== null && (
                  <p className="text-sm text-muted">
                    {t('standing.since', { time: formatDuration(now - Date.parse(since)) })}
                  </p>
                )}
                {until !== null && (
                  <p className="text-sm text-text-2">
                    {t('standing.until', {
                      time: format.dateTime(until),
                      left: formatDuration(Date.parse(until) - now),
                    })}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
