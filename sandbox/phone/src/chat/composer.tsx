import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { strings } from '../strings';
import { AttachMenu } from './attach-menu';
import { useChat } from './chat-context';
import { DraftBar } from './draft-bar';
import { useChatCommands } from './use-chat-commands';

/** Where messages are written; an edit begins afresh with the words it is about. */
export function Composer() {
  const { draft } = useChat();
  return <Writing key={draft.kind === 'edit' ? draft.message.id : 'new'} />;
}

/** Enter sends, Shift+Enter breaks the line, Escape leaves an answer or an edit. */
function Writing() {
  const { title, draft, setDraft } = useChat();
  const { send, edit, type } = useChatCommands();
  const [text, setText] = useState(draft.kind === 'edit' ? draft.message.text : '');
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (draft.kind === 'new') return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [draft]);

  function change(next: string): void {
    setText(next);
    type(next);
  }

  function leaveDraft(): void {
    setDraft({ kind: 'new' });
  }

  function submit(): void {
    const words = text.trim();
    if (words === '') return;
    if (draft.kind === 'edit') edit({ id: draft.message.id, text: words });
    else send({ text: words, quote: draft.kind === 'reply' ? draft.message.id : undefined });
    setText('');
    setDraft({ kind: 'new' });
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Escape' && draft.kind !== 'new') leaveDraft();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    <div className="shrink-0 border-t border-divider bg-surface pb-[env(safe-area-inset-bottom)]">
      <DraftBar onLeave={leaveDraft} />
      <form
        className="flex items-end gap-1 p-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <AttachMenu />
        <textarea
          ref={field}
          value={text}
          rows={1}
          aria-label={strings.chat.composeFor(title)}
          placeholder={strings.chat.compose}
          onChange={({ target }) => change(target.value)}
          onKeyDown={onKeyDown}
          className="scroll-quiet field-sizing-content max-h-32 min-h-11 flex-1 resize-none rounded-[22px] border border-control bg-canvas px-4 py-2.5 leading-[22px] placeholder:text-muted"
        />
        <button
          type="submit"
          aria-label={strings.chat.send}
          title={strings.chat.send}
          disabled={text.trim() === ''}
          className="grid size-11 shrink-0 place-items-center rounded-full bg-primary text-white transition-colors hover:bg-primary-hover disabled:bg-raised disabled:text-muted"
        >
          <SendHorizontal className="size-5" aria-hidden />
        </button>
      </form>
    </div>
  );
}
