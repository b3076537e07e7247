import { X } from 'lucide-react';
import { IconButton } from '../components/icon-button';
import { strings } from '../strings';
import { useChat } from './chat-context';
import { previewOf } from './preview';

/** Over the field: what is being answered or changed. */
export function DraftBar({ onLeave }: { onLeave: () => void }) {
  const { draft } = useChat();
  if (draft.kind === 'new') return null;
  return (
    <div className="flex items-center gap-2 border-b border-divider py-1 pl-4">
      <p className="min-w-0 flex-1 border-l-[3px] border-primary-text pl-2 text-[13px]">
        <span className="block font-medium text-primary-text">
          {draft.kind === 'edit' ? strings.chat.editing : strings.chat.replyingTo}
        </span>
        <span className="block truncate text-text-2">{previewOf(draft.message)}</span>
      </p>
      <IconButton icon={X} label={strings.cancel} onClick={onLeave} />
    </div>
  );
}
