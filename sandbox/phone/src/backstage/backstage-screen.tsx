import { Tabs } from '@base-ui/react/tabs';
import { strings } from '../strings';
import { FaultsPanel } from './faults-panel';
import { JournalPanel } from './journal-panel';
import { MailsPanel } from './mails-panel';

const words = strings.backstage;
const tabClass =
  'min-h-11 flex-1 border-b-2 border-transparent px-3 font-medium text-text-2 outline-none data-active:border-primary-text data-active:text-primary-text focus-visible:outline-2 focus-visible:-outline-offset-2 sm:flex-none';

/** Where things can be made to go wrong, and what was said is written down. */
export function BackstageScreen() {
  return (
    <main className="min-h-0 flex-1">
      <h1 className="sr-only">{strings.modes.backstage}</h1>
      <Tabs.Root defaultValue="faults" className="mx-auto flex h-full max-w-[1100px] flex-col">
        <Tabs.List aria-label={strings.modes.backstage} className="flex border-b border-divider px-2 md:px-6">
          <Tabs.Tab value="faults" className={tabClass}>
            {words.faults}
          </Tabs.Tab>
          <Tabs.Tab value="mails" className={tabClass}>
            {words.mails}
          </Tabs.Tab>
          <Tabs.Tab value="journal" className={tabClass}>
            {words.journal}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="faults" className="scroll-quiet min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
          <FaultsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="mails" className="flex min-h-0 flex-1 flex-col p-4 md:p-6">
          <MailsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="journal" className="scroll-quiet min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
          <JournalPanel />
        </Tabs.Panel>
      </Tabs.Root>
    </main>
  );
}
