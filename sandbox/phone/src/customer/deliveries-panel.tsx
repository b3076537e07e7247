import { useQuery } from '@tanstack/react-query';
import type { WebhookEntry } from '../../../journal/journal';
import type { ChatSummary } from '../../../control/views';
import { call } from '../api/call';
import { messagesQuery, webhooksQuery } from '../api/queries';
import { useCommand } from '../api/use-command';
import { Button } from '../components/button';
import { SidePanel } from '../components/side-panel';
import { strings } from '../strings';
import { DeliveryRow } from './delivery-row';

const SHOWN = 30;

interface DeliveriesPanelProps {
  chat: ChatSummary | undefined;
  number: string | undefined;
}

/** Beside the chat: what the number told the product, and how it was taken. */
export function DeliveriesPanel({ chat, number }: DeliveriesPanelProps) {
  const { data: webhooks } = useQuery(webhooksQuery);
  const shown = (webhooks ?? []).filter((entry) => isAbout(entry, chat)).slice(0, SHOWN);
  return (
    <SidePanel title={strings.deliveries.title} hint={strings.deliveries.hint}>
      {chat !== undefined && number !== undefined && <ResendLast chat={chat} number={number} />}
      {shown.length === 0 ? (
        <p className="text-[13px] text-muted">{strings.deliveries.none}</p>
      ) : (
        <ol className="flex flex-col">
          {shown.map((entry) => (
            <DeliveryRow key={entry.seq} entry={entry} />
          ))}
        </ol>
      )}
    </SidePanel>
  );
}

/** Events of a number as a whole belong to each of its chats. */
function isAbout(entry: WebhookEntry, chat: ChatSummary | undefined): boolean {
  if (chat === undefined) return true;
  return entry.instance === chat.instance && (entry.chat === null || entry.chat === chat.chat);
}

function ResendLast({ chat, number }: { chat: ChatSummary; number: string }) {
  const { data: messages } = useQuery(messagesQuery(chat.instance, chat.chat));
  const last = messages?.findLast((message) => message.by === 'customer' && message.number === number);
  const resend = useCommand(({ id, times }: { id: string; times: number }) =>
    call('POST', `messages/${encodeURIComponent(id)}/resend`, { times }),
  );
  const { resend: label, resendHint, times } = strings.deliveries;
  return (
    <div className="rounded-card border border-divider p-3">
      <p className="font-medium">{label}</p>
      <p className="mt-0.5 text-[13px] text-muted">{resendHint}</p>
      <div className="mt-2 flex gap-2">
        {[1, 10].map((count) => (
          <Button
            key={count}
            disabled={last === undefined}
            aria-label={`${label} ${times(count)}`}
            onClick={() => last !== undefined && resend.mutate({ id: last.id, times: count })}
          >
            {times(count)}
          </Button>
        ))}
      </div>
    </div>
  );
}
