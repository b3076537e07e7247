import { useQuery } from '@tanstack/react-query';
import { MailOpen, Mails } from 'lucide-react';
import { useState } from 'react';
import type { Mail } from '../../../state/mail';
import { call } from '../api/call';
import { mailsQuery } from '../api/queries';
import { useCommand } from '../api/use-command';
import { Button } from '../components/button';
import { classNames } from '../components/class-names';
import { Empty } from '../components/empty';
import { whenOf } from '../format/time';
import { strings } from '../strings';
import { MailReader } from './mail-reader';
import { PanelIntro } from './panel-intro';

const words = strings.backstage;

export function MailsPanel() {
  const { data: mails } = useQuery(mailsQuery);
  const [chosen, setChosen] = useState<string>();
  const clear = useCommand(() => call('DELETE', 'mails'));
  const open = mails?.find(({ id }) => id === chosen);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4">
      <PanelIntro text={words.mailsHint}>
        <Button disabled={(mails ?? []).length === 0} onClick={() => clear.mutate()}>
          {words.clearMails}
        </Button>
      </PanelIntro>
      {mails?.length === 0 ? (
        <Empty icon={Mails} title={words.noMails} hint={words.noMailsHint} />
      ) : (
        <div className="flex min-h-0 flex-1 overflow-hidden rounded-card border border-divider bg-surface">
          <ul
            className={classNames(
              'scroll-quiet w-full overflow-y-auto md:w-80 md:border-r md:border-divider',
              open !== undefined && 'hidden md:block',
            )}
          >
            {(mails ?? []).map((mail) => (
              <MailRow
                key={mail.id}
                mail={mail}
                isOpen={mail.id === chosen}
                onOpen={() => setChosen(mail.id)}
              />
            ))}
          </ul>
          {open === undefined ? (
            <div className="hidden flex-1 md:flex">
              <Empty icon={MailOpen} title={words.pickMail} />
            </div>
          ) : (
            <MailReader mail={open} onBack={() => setChosen(undefined)} />
          )}
        </div>
      )}
    </div>
  );
}

function MailRow({ mail, isOpen, onOpen }: { mail: Mail; isOpen: boolean; onOpen: () => void }) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isOpen}
        onClick={onOpen}
        className={classNames(
          'w-full border-b border-divider px-4 py-3 text-left -outline-offset-2 hover:bg-raised',
          isOpen && 'bg-raised',
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{mail.subject || words.noSubject}</span>
          <span className="text-xs text-muted">{whenOf(mail.at)}</span>
        </span>
        <span className="block truncate text-[13px] text-text-2">{mail.to.join(', ')}</span>
        <span className="block truncate text-[13px] text-muted">{mail.text}</span>
      </button>
    </li>
  );
}
