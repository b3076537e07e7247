import { useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { JournalSystem } from '../../../journal/journal';
import { journalQuery } from '../api/queries';
import { classNames } from '../components/class-names';
import { Empty } from '../components/empty';
import { strings } from '../strings';
import { JournalRow } from './journal-row';
import { PanelIntro } from './panel-intro';

const words = strings.backstage;
const systems: (JournalSystem | undefined)[] = [
  undefined,
  'webhook',
  'evolution',
  'openai',
  'chatwoot',
  'smtp',
];

export function JournalPanel() {
  const [system, setSystem] = useState<JournalSystem>();
  const { data: entries } = useQuery(journalQuery(system));
  return (
    <div className="flex min-h-full flex-col gap-4">
      <PanelIntro text={words.journalHint}>
        <div role="group" aria-label={words.journal} className="flex flex-wrap gap-1">
          {systems.map((each) => (
            <button
              key={each ?? 'all'}
              type="button"
              aria-pressed={each === system}
              onClick={() => setSystem(each)}
              className={classNames(
                'min-h-9 rounded-full border px-3 text-[13px]',
                each === system
                  ? 'border-primary bg-primary text-white'
                  : 'border-divider text-text-2 hover:bg-raised',
              )}
            >
              {each === undefined ? words.all : words.systems[each]}
            </button>
          ))}
        </div>
      </PanelIntro>
      {entries?.length === 0 ? (
        <Empty icon={ScrollText} title={words.noJournal} hint={words.noJournalHint} />
      ) : (
        <ol className="rounded-card border border-divider bg-surface">
          {(entries ?? []).map((entry) => (
            <JournalRow key={entry.seq} entry={entry} />
          ))}
        </ol>
      )}
    </div>
  );
}
