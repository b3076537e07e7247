import { useTranslation } from 'react-i18next';
import { PassageCard } from '../../../components/passage-card';
import type { Turn } from '../../../lib/api/types';

/** What of the company's knowledge the model was given, best first. */
export function TurnPassages({ trace }: { trace: Turn['trace'] }) {
  const { t } = useTranslation('conversation');
  const { passages } = trace;
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('turn.passages', { count: passages.length })}</h3>
      {trace.retrieval === 'text' && <p className="mb-2 text-text-2">{t('turn.byWords')}</p>}
      {passages.length === 0 ? (
        <p className="text-text-2">{t('turn.noPassages')}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {passages.map((passage, index) => (
            <li key={passage.id}>
              <PassageCard passage={passage} rank={index + 1} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
