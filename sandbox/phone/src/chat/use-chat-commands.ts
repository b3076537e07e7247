import { useRef } from 'react';
import { call } from '../api/call';
import { chatPath } from '../api/queries';
import { useCommand } from '../api/use-command';
import { useChat } from './chat-context';

type Content =
  | { text: string; quote?: string | undefined }
  | { texts: readonly string[] }
  | { media: { kind: 'image' | 'audio' | 'document'; caption?: string } }
  | { reaction: { id: string; emoji: string } };

const TYPING_MS = 5_000;
const TYPING_AGAIN_MS = 3_000;

/** All that can be done in the open chat. */
export function useChatCommands() {
  const { instance, address, group, side } = useChat();
  const path = chatPath(instance, address);
  const from = side === 'customer' ? 'customer' : 'owner';
  const send = useCommand(({ group: other, ...content }: Content & { group?: string }) =>
    call('POST', `${path}/messages`, { from, group: other ?? group, ...content }),
  );
  const edit = useCommand(({ id, text }: { id: string; text: string }) =>
    call('PATCH', `messages/${encodeURIComponent(id)}`, { text }),
  );
  const remove = useCommand((id: string) => call('DELETE', `messages/${encodeURIComponent(id)}`));
  const resend = useCommand(({ id, times }: { id: string; times: number }) =>
    call('POST', `messages/${encodeURIComponent(id)}/resend`, { times }),
  );
  const { type, forget } = useTyping(path, side === 'customer' && group === undefined);
  return {
    send: (content: Parameters<typeof send.mutate>[0]) => {
      forget();
      send.mutate(content);
    },
    edit: edit.mutate,
    remove: remove.mutate,
    resend: resend.mutate,
    type,
  };
}

/** A phone says "typing" every few seconds while the keys are used, and stops saying it when the field is empty. */
function useTyping(path: string, isTold: boolean) {
  const toldAt = useRef(0);
  const { mutate } = useCommand((ms: number) => call('POST', `${path}/typing`, { ms }));
  function type(text: string): void {
    const isFresh = Date.now() - toldAt.current < TYPING_AGAIN_MS;
    if (!isTold || (text !== '' && isFresh) || (text === '' && toldAt.current === 0)) return;
    toldAt.current = text === '' ? 0 : Date.now();
    mutate(text === '' ? 0 : TYPING_MS);
  }
  // A message that arrives ends the typing by itself.
  function forget(): void {
    toldAt.current = 0;
  }
  return { type, forget };
}
